"""Who reads along, on the screen: the strip above what is read or written, and the list behind it."""
