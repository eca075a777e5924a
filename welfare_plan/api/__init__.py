"""API: what the site publishes, for programs, read-only and described by OpenAPI.

`operations.OPERATIONS` is the one list of addresses. Routes, the OpenAPI document and
the pages of documentation are made from it; names, labels and descriptions of values
are those of the open data (`welfare_plan.open_data.schema`).
"""
