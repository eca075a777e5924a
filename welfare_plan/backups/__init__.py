"""The whole site put aside and brought back: database, evidence, nothing by halves.

`making` writes a folder with a `manifest`, `restoring` reads it; `databases` knows how
SQLite and PostgreSQL do their part. docs/decisions/0035-backups.md has the why.
"""
