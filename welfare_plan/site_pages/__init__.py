"""What the site says about itself: whose it is, its terms, contacts and limits."""
