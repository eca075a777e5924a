"""わたしにできること: what all plans hope residents and others will do."""
