"""LibreOffice as a program that opens and saves spreadsheets for us."""

import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

FILES = Path(__file__).with_name("files")
PIPE = "corpus"


@contextmanager
def started():
    """LibreOffice without a screen, ended at the end."""
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={PIPE};urp;",
                f"-env:UserInstallation=file://{profile}",
            ]
        )
        try:
            yield desktop()
        finally:
            office.terminate()
            office.wait()


def desktop():
    context = uno.getComponentContext()
    factory = context.ServiceManager
    resolver = factory.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", context
    )
    for _ in range(120):
        try:
            remote = resolver.resolve(
                f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext"
            )
        except NoConnectException:
            time.sleep(1)
        else:
            manager = remote.ServiceManager
            return manager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", remote
            )
    raise TimeoutError("LibreOffice did not answer.")


def new(office):
    return office.loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden())


def hidden(**more):
    return properties(Hidden=True, **more)


def properties(**values):
    return tuple(
        PropertyValue(Name=name, Value=value) for name, value in values.items()
    )


def store(document, name, kind, **options):
    target = (FILES / name).as_uri()
    document.storeToURL(target, properties(FilterName=kind, **options))
