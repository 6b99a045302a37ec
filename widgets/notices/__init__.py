"""What the member is told about: the list, and the system's own notifications."""
