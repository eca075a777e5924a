"""Logins stay out of backups: some that were ended since would work again."""

SESSIONS = "django_session"
