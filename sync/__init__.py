"""The community, reached and kept: connectors, the round of sync, the cache. Knows no Qt, app or widgets."""
