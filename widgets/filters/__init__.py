"""Rules on the screen: their list, the editor with its live difference, and what they leave in a timeline."""
