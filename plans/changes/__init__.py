"""What was changed, read from the histories: for staff, with names; for the public."""
