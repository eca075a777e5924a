"""What search engines ask for: every public address, and which to leave alone."""
