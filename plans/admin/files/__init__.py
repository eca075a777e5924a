"""Records of the admin to Excel and CSV and back, through django-import-export.

The library's resources say which fields a row has and run its checks; reading and
writing files is `plans.tables`; the pages, and what is kept between them, are ours.
"""
