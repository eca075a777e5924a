"""Excel workbooks (.xlsx).

Written with openpyxl. Read by the small streaming reader here: openpyxl gives either a
formula or its stored result, and works through whatever a file made to harm holds
before a limit can be looked at (docs/decisions/0011-reading-workbooks.md).
"""
