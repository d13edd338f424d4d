"""Files onto a disk: compared with what stands there, staged, journalled, swapped."""
