"""Hostile material for the tests of what reads untrusted bytes."""
