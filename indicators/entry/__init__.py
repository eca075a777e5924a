"""The screen on which a department enters its figures and reviews."""
