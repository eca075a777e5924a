import json

import pytest


@pytest.fixture
def uncollected(settings, tmp_path):
    """Static files by their hashes, as in production, but none was collected."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "welfare_plan.static_files.HashedStaticFiles"},
    }
    return tmp_path


@pytest.fixture
def collect(uncollected):
    """Collects them, as far as the list of their hashes."""

    def write():
        paths = {"img/icon.svg": "img/icon.0123456789ab.svg"}
        manifest = {"version": "1.1", "paths": paths}
        (uncollected / "staticfiles.json").write_text(json.dumps(manifest))

    return write
