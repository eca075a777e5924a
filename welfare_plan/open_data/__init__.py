"""オープンデータ: all that the site publishes, as tables that can be taken away.

`schema.TABLES` is the one description of the tables. Files, the data dictionary and
whatever else speaks of them are made from it, so that none can say otherwise.
"""
