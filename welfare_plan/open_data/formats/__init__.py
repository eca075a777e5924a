"""Files of the open data, each written row by row to a stream of bytes.

docs/decisions/0019-open-data-files.md says why they are as they are.
"""
