"""Committee opinions, entered by the planning section: one box a basic policy."""
