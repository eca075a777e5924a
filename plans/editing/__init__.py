"""Records edited on the staff's own screens: several forms, opened and sent at once."""
