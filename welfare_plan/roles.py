"""Who may do what: the roles of a city's staff as Django groups.

The groups are made and set right after every migration, so that a permission which a
release adds is there. Departments limit a 担当課 further: see `indicators.rights`.
docs/rights.csv lists every address; a test compares.
"""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

DEPARTMENT = "担当課"
PLANNING = "計画担当"
VIEWER = "閲覧"
ADMINISTRATOR = "管理者"

# In the order in which screens offer them, with what each is for.
ROLES = {
    DEPARTMENT: "自分の課の実績と評価を入力して提出する",
    PLANNING: "照会を開き、承認・公開し、計画の内容を直す",
    VIEWER: "公開前の値と計画の内容を見る",
    ADMINISTRATOR: "職員の登録・異動・停止をする",
}
# Roles that may look into the admin; a 担当課 has screens of its own.
ROLES_IN_ADMIN = {PLANNING, VIEWER}

_APPS = ("plans", "initiatives", "indicators")
_EXTRA = {
    DEPARTMENT: ("answer_round",),
    PLANNING: ("answer_round", "approve_answers", "publish_answers", "see_unpublished"),
    VIEWER: ("see_unpublished",),
    ADMINISTRATOR: ("see_unpublished",),
}


def set_up_roles(**kwargs) -> None:
    """Make the groups and give each exactly its permissions."""
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(_permissions(role))


def _permissions(role):
    own = Q(content_type__app_label="indicators", codename__in=_EXTRA[role])
    ours = Q(content_type__app_label__in=_APPS)
    wanted = own
    if role == PLANNING:
        written = Q(codename__regex=r"^(add|change|delete|view|import)_")
        wanted |= ours & written & ~_kept_by_the_site()
        wanted |= ours & Q(codename__startswith="view_")
    if role == VIEWER:
        wanted |= ours & Q(codename__startswith="view_")
    if role == ADMINISTRATOR:
        people = ("add_user", "change_user", "view_user")
        wanted |= Q(content_type__app_label="auth", codename__in=people)
        wanted |= Q(content_type__app_label="sign_in")
    return Permission.objects.filter(wanted)


def _kept_by_the_site():
    """What nobody writes by hand: histories, publications, the site's own records."""
    names = [
        model._meta.model_name
        for label in _APPS
        for model in apps.get_app_config(label).get_models()
        if model.__name__.startswith("Historical")
    ]
    names += ["publishedvalue", "loadedrecord", "pagerevision", "reminder"]
    names += ["planimport", "sheetimport", "searchentry"]
    return Q(content_type__model__in=names)
