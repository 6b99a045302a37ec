"""The reader: one topic with its replies, made for reading."""
