"""The round's sheet: out to Excel, and back through a preview into the answers."""
