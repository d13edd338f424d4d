"""What judges an emitted backend by its author's own files, sharing no code with the product."""
