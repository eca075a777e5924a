"""What each page of a plan shows, as plain values for its template."""
