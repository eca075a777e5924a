"""Reads settings from the environment and explains what is missing or wrong.

Every variable is listed in `dotenv-sample`. A value that cannot be used stops the
start with one line that names the variable and how to mend it.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off", ""}


BASE_DIR = Path(__file__).resolve().parent.parent


def process_environment():
    """The variables of this process; a file `.env` adds those that are not set."""
    environ.Env.read_env(BASE_DIR / ".env")
    return Environment(os.environ)


class Environment:
    """Typed access to the variables of one process.

    `values` is a mapping such as `os.environ`; tests pass a plain dictionary.
    """

    def __init__(self, values):
        self._env = environ.Env()
        self._env.ENVIRON = values

    def text(self, name, default=""):
        return self._env.str(name, default=default).strip()

    def flag(self, name, *, default):
        """True or False; a word that is neither is refused, not taken as False."""
        text = self.text(name, str(default)).lower()
        if text in _TRUE:
            return True
        if text in _FALSE:
            return False
        raise ImproperlyConfigured(
            f"{name}={text} is neither yes nor no: set {name}=true or {name}=false."
        )

    def words(self, name, default=()):
        """A comma-separated list; blanks around and between the words do not count."""
        words = self._env.list(name, default=list(default))
        return [word.strip() for word in words if word.strip()]

    def number(self, name, *, default, low, high):
        """A whole number from `low` to `high`, both included."""
        text = self.text(name, str(default))
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise ImproperlyConfigured(
                f"{name}={text} is not a whole number from {low} to {high}: "
                f"set for example {name}={default}."
            )
        return int(text)

    def site_url(self, name):
        """The public address without a trailing slash, or an empty text."""
        text = self.text(name).rstrip("/")
        if not text:
            return ""
        parts = urlsplit(text)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
            raise ImproperlyConfigured(
                f"{name}={text} is not the address of a site: give scheme and host "
                f"only, for example {name}=https://plans.example.jp."
            )
        return text

    def database(self, name, *, default):
        """Django's database dictionary for a sqlite:/// or postgres:// address.

        The address may hold a password, so the message does not repeat it.
        """
        text = self.text(name, default) or default
        if not text.startswith(("sqlite:///", "postgres://", "postgresql://")):
            raise ImproperlyConfigured(
                f"{name} names no database that can be used: it must start with "
                "sqlite:/// or postgres://, for example "
                f"{name}=postgres://user:password@localhost:5432/welfare_plan."
            )
        return self._env.db_url_config(text)

    def secret_key(self, name, *, key_file: Path):
        """The signing key from the environment, else from the file of `make setup`."""
        text = self.text(name)
        if not text and key_file.exists():
            text = key_file.read_text(encoding="ascii").strip()
        if len(text) < 50:
            raise ImproperlyConfigured(
                f"{name} is {'too short' if text else 'not set'}: set {name} to a "
                "random text of at least 50 characters, or run `make setup`, which "
                "writes one to var/secret_key."
            )
        return text
