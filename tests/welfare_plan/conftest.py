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
def collected(uncollected):
    (uncollected / "staticfiles.json").write_text('{"version": "1.1", "paths": {}}')
