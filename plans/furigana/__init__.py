"""ふりがな: readings put over the kanji of a page.

`words` splits a word and its reading, `forms` inflects it, `matching` finds words in a
text, `counters` knows readings that depend on a number; these four are pure.
"""
