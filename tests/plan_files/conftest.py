import pytest
from django.db import connection

from plans.models import SiteTerm, Theme
from tests.plan_files.database_state import content_models
from tests.plan_files.small_file import SMALL
from welfare_plan.plan_files.loading import load_plan_file


@pytest.fixture
def write_file(tmp_path):
    """Write a plan file, by default the small one; give its path."""

    def write(text=SMALL, name="mihon.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def load(write_file):
    """Load a plan file, by default the small one; give the report."""
    return lambda *args, **kwargs: load_plan_file(
        write_file(*args, **kwargs), may_remove=True
    )


@pytest.fixture
def empty_the_database(db):
    """Delete every plan and the memory of every load; foreign keys wait.

    The themes and the site's terms stay: they belong to no plan, and plan files name
    themes.
    """

    def delete():
        for model in content_models():
            if model in (SiteTerm, Theme):
                continue
            model.objects.all()._raw_delete(using=connection.alias)

    return delete
