"""The way in to an export of one plan, which has no front page of the site."""

from dataclasses import dataclass
from pathlib import Path

from django.template.loader import render_to_string

from plans.models import Plan
from plans.presenters import plan_name
from welfare_plan.static_site.errors import StaticSiteError
from welfare_plan.static_site.file_names import file_of

FRONT = "index.html"


@dataclass(frozen=True)
class Front:
    """`url` is the address of the plan."""

    name: str
    url: str

    def write(self, folder: Path) -> None:
        """A page that leads on to the file of the plan."""
        context = {"name": self.name, "file": file_of(self.url, "text/html")}
        text = render_to_string("static_site/front.html", context)
        (folder / FRONT).write_text(text, encoding="utf-8", newline="")


def front_of(slug: str) -> Front:
    """Of a public plan; raises StaticSiteError."""
    plan = Plan.objects.public().filter(slug=slug).first()
    if plan is None:
        known = "、".join(Plan.objects.public().values_list("slug", flat=True))
        raise StaticSiteError(
            f"公開している計画に「{slug}」はありません。あるのは、{known}です。"
        )
    return Front(plan_name(plan), plan.get_absolute_url())
