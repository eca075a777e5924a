"""Where static files are served: names with a hash of what is in them."""

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core import checks
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """whitenoise's own, which remembers the address of each file.

    Looked up anew, the seven files of each page took a fortieth of its time.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._addresses = {}

    def url(self, name, force=False):
        if (name, force) not in self._addresses:
            self._addresses[name, force] = super().url(name, force)
        return self._addresses[name, force]


@checks.register(checks.Tags.staticfiles, deploy=True)
def check_that_they_are_collected(**kwargs) -> list[checks.Warning]:
    """Without them no page can be made: each names its styles."""
    if are_collected():
        return []
    hint = "Run manage.py collectstatic in the folder of this release."
    return [
        checks.Warning(
            "The static files are not collected.", hint, id="welfare_plan.W001"
        )
    ]


def are_collected() -> bool:
    """Whether this process knows the files by their hashes, where they have some.

    Files that were collected after its start need a restart.
    """
    is_hashed = isinstance(staticfiles_storage, HashedStaticFiles)
    return not is_hashed or bool(staticfiles_storage.hashed_files)
