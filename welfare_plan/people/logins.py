"""Login names that people, and Excel, take for the same one."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth.models import User


def same_to_people(login: str) -> str:
    """Equal for logins that differ in case alone, or in the zeros that Excel drops."""
    plain = login.lstrip("0") if login.isdecimal() else login
    return plain.casefold()


class Logins:
    """All logins there are, with those of a file, by what people take them for."""

    def __init__(self, more: Iterable[str] = ()):
        self._alike = defaultdict(set)
        for login in [*User.objects.values_list("username", flat=True), *more]:
            self._alike[same_to_people(login)].add(login)

    def mistaken_for(self, login: str) -> str:
        """Why nobody new may be called so; empty where they may."""
        others = sorted(self._alike[same_to_people(login)] - {login})
        if not others:
            return ""
        return (
            f"「{others[0]}」とまちがえやすいログイン名です。同じ人なら"
            f"「{others[0]}」と書いてください（Excelで開くと、先頭の0が消えることが"
            "あります）。別の人なら、ほかのログイン名にしてください。"
        )
