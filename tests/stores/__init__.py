"""Cache files written by every released schema: each must open for ever."""
