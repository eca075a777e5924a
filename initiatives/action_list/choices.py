"""What the address of the list asks for: `?actor=citizen&theme=disaster&plan=…`.

A value that cannot be used is left out and named in one sentence.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from plans.places import EVERYWHERE, Place

LABELS = {"actor": "だれが", "theme": "テーマ", "plan": "計画"}


@dataclass(frozen=True)
class Choices:
    """Empty means all; `refused` names the choices that could not be used.

    The place narrows the plans before any of these.
    """

    actor: str = ""
    theme: str = ""
    plan: str = ""
    refused: tuple[str, ...] = ()
    place: Place = EVERYWHERE

    @property
    def is_narrowed(self) -> bool:
        return bool(self.actor or self.theme or self.plan)

    @property
    def apology(self) -> str:
        if not self.refused:
            return ""
        names = "・".join(f"「{name}」" for name in self.refused)
        return f"{names}の条件は、このページで使えない値のため、外して表示しています。"

    def chosen(self, **changes) -> dict[str, str]:
        """The choices that are made, with some of them changed."""
        values = {name: getattr(self, name) for name in LABELS} | changes
        made = {name: value for name, value in values.items() if value}
        return made | self.place.query()

    def kept(self) -> dict[str, str]:
        """What stays where another place is chosen: a plan is of one place."""
        kept = {"actor": self.actor, "theme": self.theme}
        return {name: value for name, value in kept.items() if value}

    def address(self, base: str, **changes) -> str:
        """The address of the list with some choices changed."""
        query = urlencode(self.chosen(**changes))
        return f"{base}?{query}" if query else base


def read_choices(
    query: Mapping, allowed: Mapping[str, Collection], place: Place = EVERYWHERE
) -> Choices:
    """The choices of a query string, as far as the list offers them."""
    made, refused = {}, []
    for name, label in LABELS.items():
        value = str(query.get(name, "")).strip()
        if value in allowed[name]:
            made[name] = value
        elif value:
            refused.append(label)
    return Choices(**made, refused=tuple(refused), place=place)
