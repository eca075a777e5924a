"""How a name and a password are looked at: not at all while the pair is locked."""

from axes.backends import AxesStandaloneBackend
from django.contrib.auth.backends import ModelBackend


class GuardedBackend(AxesStandaloneBackend, ModelBackend):
    """Both in one: who may do what is asked of a site's only backend."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        # Raises PermissionDenied for a pair that is locked.
        super().authenticate(request, username=username, password=password, **kwargs)
        return ModelBackend.authenticate(self, request, username, password, **kwargs)
