"""The demo community: a real HTTP server on loopback that speaks Discourse's API from its own database."""
