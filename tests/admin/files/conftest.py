import pytest


@pytest.fixture(autouse=True)
def kept_folder(settings, tmp_path):
    """A folder of its own for what is kept of uploaded files."""
    settings.EVIDENCE_ROOT = tmp_path
    return tmp_path / "imports"
