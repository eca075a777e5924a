"""People are looked after on the staff's own screens, where nobody can be deleted."""

from django.contrib import admin
from django.contrib.auth import admin as auth_admin  # noqa: F401 -- registers first
from django.contrib.auth.models import Group, User

admin.site.unregister(User)
admin.site.unregister(Group)
