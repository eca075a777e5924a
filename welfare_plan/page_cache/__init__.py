"""Pages are made once: each worker keeps what it has rendered for everybody.

`middleware` is the first of all and answers from `store`, as long as the `revisions`
say that nothing was published since. `keys` says which requests may be answered so,
`replies` in which form, `stale` what is said while the database is away, and `shadow`
checks every answer against a fresh one. docs/decisions/0026-page-cache.md has the why.
"""
