"""The widgets that say who reads along."""
