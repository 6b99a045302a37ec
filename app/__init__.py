"""What a member can do with the community, without a screen. Imports sync, never Qt and never widgets."""
