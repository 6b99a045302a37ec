"""The local cache: one SQLite file per account, one writer thread, read-only readers."""
