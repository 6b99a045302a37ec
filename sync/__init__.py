"""The community, reached and kept: connectors, the round of sync, the cache. Imports no Qt, no app, no widgets."""
