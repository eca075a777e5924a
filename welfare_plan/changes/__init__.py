"""What was changed lately: for staff with names, for the public without."""
