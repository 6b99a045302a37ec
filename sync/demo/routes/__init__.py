"""What the demo community answers, one module per family of addresses."""
