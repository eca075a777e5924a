"""Approving, returning and publishing what departments answered."""
