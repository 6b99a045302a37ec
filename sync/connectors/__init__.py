"""One platform each: a protocol plus capabilities, no base class."""
