"""A city's own plan: from a blank workbook, and from the plan of the term before.

`sheets` says what a workbook holds, `template` writes it blank, `reading` turns a
filled-in one into typed rows, `content` gives them codes and parents, `building` stores
them all or says what is wrong with each.
"""
