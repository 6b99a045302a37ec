"""Search over everything in the cache: results as you type, newest first, matches marked."""
