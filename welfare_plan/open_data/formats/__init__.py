"""Files of the open data, each written row by row to a stream of bytes.

docs/decisions/0025-open-data.md says why they are as they are.
"""
