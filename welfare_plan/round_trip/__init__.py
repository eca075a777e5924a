"""The whole site as a folder of readable files, and such a folder as a site again.

`contents` says what leaves and what stays, `records` writes and reads one file,
`manifest` describes them all in site.json, `exporting` and `importing` do the work.
"""
