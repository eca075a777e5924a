"""What the log gets when something is said, in either form."""

import io
import logging
import logging.config

from welfare_plan.logs import logging_config


def written(form, monkeypatch, *, say):
    """What a logger of its own writes to stdout."""
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    config = logging_config("INFO", form=form, stream="STDOUT")
    # Not the root of this test run: a logger beside it.
    config["loggers"] = {"apart": {**config.pop("root"), "propagate": False}}
    logging.config.dictConfig(config)
    say(logging.getLogger("apart"))
    return stream.getvalue()
