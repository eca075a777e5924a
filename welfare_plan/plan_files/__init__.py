"""Plan files: the YAML under fixtures/, how it is read, loaded and written back.

`reading` turns a file into records, `loading` brings records into the database,
`exporting` writes a plan out again, `record_fields` is the common form of one record.
"""
