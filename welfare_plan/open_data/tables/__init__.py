"""The tables, in files of a few that belong together."""
