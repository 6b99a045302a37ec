"""The outbox and the drafts in the window."""
