"""What the composer and the reply box need, without a screen: texts, suggestions, checks, files."""
