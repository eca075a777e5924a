"""Two people, one record: the second is told, sees both versions, loses nothing."""
