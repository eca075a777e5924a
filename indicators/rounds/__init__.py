"""照会: opening a round, who owes what, reminders."""
