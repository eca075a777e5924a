"""All public pages as files, for a host without our server or for an archive.

`addresses` and `file_names` say which address becomes which file, `markup` and `forms`
change a page, `visitor` asks the site for it; `crawl` goes through all of them and
`building` puts the folder in place.
"""
