"""Reads settings from the environment and explains what is missing or wrong.

Every variable is listed in `dotenv-sample`. A value that cannot be used stops the
start with one line that names the variable and how to mend it.
"""

import os
import re
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


def is_site_url(text):
    """Whether a text is scheme, host and perhaps port, and nothing else."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = rf"\[{re.escape(parts.hostname or '')}\]|[a-z0-9.-]+"
    return (
        parts.scheme in {"http", "https"}
        and re.fullmatch(rf"({host})(:{port})?", parts.netloc.lower()) is not None
        and not (parts.path or parts.query or parts.fragment)
    )


class Environment:
    """Typed access to the variables of one process.

    `values` is a mapping such as `os.environ`; tests pass a plain dictionary.
    """

    def __init__(self, values):
        self._values = values

    def text(self, name, default=""):
        return self._values.get(name, default).strip()

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
        words = [word.strip() for word in self.text(name, ",".join(default)).split(",")]
        return [word for word in words if word]

    def number(self, name, *, default, low, high):
        """A whole number from `low` to `high`, both included."""
        text = self.text(name) or str(default)
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise ImproperlyConfigured(
                f"{name}={text} is not a whole number from {low} to {high}: "
                f"set for example {name}={default}."
            )
        return int(text)

    def threads(self, name):
        """How many requests a worker answers at once, each with its own connection."""
        return self.number(name, default=4, low=1, high=100)

    def site_url(self, name):
        """The public address without a trailing slash, or an empty text."""
        text = self.text(name).rstrip("/").lower()
        if not text:
            return ""
        if not is_site_url(text):
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
        try:
            config = environ.Env.db_url_config(text)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"{name} cannot be read as the address of a database: its port must "
                "be a number, for example "
                f"{name}=postgres://user:password@localhost:5432/welfare_plan."
            ) from error
        is_file = config["ENGINE"].endswith("sqlite3")
        if is_file and config["NAME"] in {"", ":memory:"}:
            raise ImproperlyConfigured(
                f"{name} names no file: the site keeps its data in one, for example "
                f"{name}=sqlite:////var/lib/welfare_plan/portal.sqlite3."
            )
        if is_file and not Path(config["NAME"]).parent.is_dir():
            raise ImproperlyConfigured(
                f"{name} names a file in a folder that does not exist: make the "
                f"folder {Path(config['NAME']).parent}, or change {name}."
            )
        return config

    def mail(self, name, *, default):
        """Django's mail settings for an address such as smtp+tls://user:pw@host:587.

        The address may hold a password, so the message does not repeat it.
        """
        text = self.text(name) or default
        try:
            config = environ.Env.email_url_config(text)
        except (KeyError, ValueError, ImproperlyConfigured) as error:
            raise ImproperlyConfigured(
                f"{name} names no way to send mail: set for example "
                f"{name}=smtp+tls://user:password@mail.example.jp:587, or "
                f"{name}=consolemail:// to print mail to the log."
            ) from error
        return {**config, "EMAIL_TIMEOUT": 10}

    def folder(self, name, default: Path):
        """An absolute folder; it is made when it is first written to."""
        path = Path(self.text(name) or default)
        if not path.is_absolute():
            raise ImproperlyConfigured(
                f"{name}={path} is no absolute path: set for example "
                f"{name}=/var/lib/welfare_plan/{default.name}."
            )
        return path

    def one_of(self, name, choices, *, default):
        """One word of a few, in any letter case."""
        text = (self.text(name) or default).upper()
        if text not in choices:
            raise ImproperlyConfigured(
                f"{name}={text} is not one of {', '.join(choices)}: "
                f"set for example {name}={default}."
            )
        return text

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
