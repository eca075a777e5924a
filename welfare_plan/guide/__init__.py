"""A short guide for each role, with the screens it speaks of."""
