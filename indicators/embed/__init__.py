"""One target or one policy for other sites, as a small page and as a drawing.

`cards` says what both show, `wrapping` and `drawing` set it as lines of a drawing,
`snippet` is what the other site copies.
"""
