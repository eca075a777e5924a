"""Which code is running: files that another release has written are not served."""

from functools import cache
from hashlib import sha256

from django.conf import settings

_APPS = ("plans", "initiatives", "indicators", "welfare_plan")


@cache
def release() -> str:
    """A name for the code of the site; another one for other code."""
    digest = sha256()
    for app in _APPS:
        for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
            digest.update(path.relative_to(settings.BASE_DIR).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def edition_key() -> str:
    """The code and the address of the site, both of which files depend on."""
    address = sha256(settings.SITE_URL.encode()).hexdigest()[:8]
    return f"{release()}-{address}"
