"""What machines read to know what the files hold: Data Package and DCAT."""
