"""How a name and a password are looked at: not at all while the pair is locked."""

from axes.backends import AxesStandaloneBackend
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied


class GuardedBackend(AxesStandaloneBackend, ModelBackend):
    """Both in one: who may do what is asked of a site's only backend."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        try:
            super().authenticate(
                request, username=username, password=password, **kwargs
            )
        except PermissionDenied:
            # The lock began with an earlier try, which was written down.
            request.was_locked_before = True
            raise
        return ModelBackend.authenticate(self, request, username, password, **kwargs)
