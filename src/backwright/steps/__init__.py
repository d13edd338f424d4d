"""What the driver does between reading, binding, emitting and writing."""
