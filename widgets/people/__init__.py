"""People: the profile card and the list of members."""
