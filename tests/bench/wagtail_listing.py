"""Our pages of 100 targets beside a listing of as many rows in a stock Wagtail site.

    python -m tests.bench.wagtail_listing 5 2

Wagtail is installed by pip into a temporary folder and is as `wagtail start` makes it,
without a cache, on SQLite: a page whose template lists its children, each with the
figures of its years in rows of their own, as editors enter them. `stock` is a template
that asks each child for its rows, `prefetched` one that reads all rows at once. Five
rounds of two seconds in turn; one JSON line a figure, as shares of the stock one.
"""

import json
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from tests.bench.load import rate
from tests.bench.pages import measured
from tests.bench.servers import filled, keeping, rendering
from tests.site_server import site_environment, waited_for

ROWS, YEARS = 100, range(2021, 2026)
PAGES = ("plan", "dashboard")

_MODEL = """
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

class RowPage(Page):
    baseline = models.CharField(max_length=40)
    goal = models.CharField(max_length=40)
    status = models.CharField(max_length=40)
    content_panels = [
        *Page.content_panels,
        FieldPanel("baseline"),
        FieldPanel("goal"),
        FieldPanel("status"),
        InlinePanel("values"),
    ]

class YearValue(Orderable):
    page = ParentalKey(RowPage, on_delete=models.CASCADE, related_name="values")
    year = models.IntegerField()
    text = models.CharField(max_length=40)

def prefetched(self):
    return RowPage.objects.child_of(self).live().prefetch_related("values")

HomePage.prefetched = prefetched
"""
_TEMPLATE = """{% extends "base.html" %}
{% load wagtailcore_tags %}
{% block content %}<h1>{{ page.title }}</h1><ul>
{% if request.GET.prefetched %}{% include "home/rows.html" with rows=page.prefetched %}
{% else %}{% include "home/rows.html" with rows=page.get_children.live.specific %}
{% endif %}</ul>{% endblock %}
"""
_ROWS = """{% load wagtailcore_tags %}{% for row in rows %}<li>
<a href="{% pageurl row %}">{{ row.title }}</a> {{ row.status }}
<dl><dt>基準値</dt><dd>{{ row.baseline }}</dd><dt>目標値</dt><dd>{{ row.goal }}</dd>
{% for each in row.values.all %}<dt>{{ each.year }}</dt><dd>{{ each.text }}</dd>
{% endfor %}</dl></li>{% endfor %}
"""
_SETTINGS = """
from .base import *  # noqa

DEBUG = False
SECRET_KEY = "w" * 50
ALLOWED_HOSTS = ["127.0.0.1"]
"""
_FILL = f"""
from home.models import HomePage, RowPage, YearValue
home = HomePage.objects.get()
for number in range({ROWS}):
    row = RowPage(
        title=f"目標{{number}}", baseline="904人／年（令和5年度）", status="順調",
        goal="1,100人／年（令和12年度）")
    for year in {list(YEARS)}:
        text = f"{{900 + number + year % 100}}人／年"
        row.values.add(YearValue(year=year, text=text))
    home.add_child(instance=row)
"""


def main(rounds=5, seconds=2) -> None:
    with ExitStack() as stack:
        site = stack.enter_context(filled("sqlite"))
        made, kept = (stack.enter_context(way(site)) for way in (rendering, keeping))
        listing = stack.enter_context(stock_wagtail())
        figures = {
            "stock": partial(rate, listing, {}),
            "prefetched": partial(rate, f"{listing}?prefetched=1", {}),
        }
        for name in PAGES:
            figures[f"{name} made"] = partial(rate, made + site.pages[name], {})
            figures[f"{name} kept"] = partial(rate, kept + site.pages[name], {})
        for line in measured(figures, int(rounds), int(seconds)):
            print(json.dumps(line), flush=True)


@contextmanager
def stock_wagtail():
    """The address of its listing, served as ours is."""
    with tempfile.TemporaryDirectory(prefix="wagtail") as place:
        folder = Path(place)
        env = site_environment(folder, DJANGO_SETTINGS_MODULE="stock.settings.measured")
        _installed(folder, env)
        bind = f"--bind=127.0.0.1:{env['PORT']}"
        server = subprocess.Popen(
            [folder / "bin/gunicorn", "stock.wsgi", "--workers=2", bind],
            cwd=folder / "site",
            env=env,
        )
        try:
            yield waited_for(env["SITE_URL"]) + "/"
        finally:
            server.terminate()
            server.wait(timeout=35)


def _installed(folder, env):
    def run(*command, **options):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)

    run(sys.executable, "-m", "venv", folder)
    python, site = folder / "bin/python", folder / "site"
    run(python, "-m", "pip", "install", "-q", "wagtail", "gunicorn")
    site.mkdir()
    run(folder / "bin/wagtail", "start", "stock", site)
    with (site / "home/models.py").open("a", encoding="utf-8") as models:
        models.write(_MODEL)
    templates = site / "home/templates/home"
    (templates / "home_page.html").write_text(_TEMPLATE, "utf-8")
    (templates / "rows.html").write_text(_ROWS, "utf-8")
    (site / "stock/settings/measured.py").write_text(_SETTINGS, "utf-8")
    for command in (["makemigrations"], ["migrate"], ["collectstatic", "--noinput"]):
        run(python, "manage.py", *command, cwd=site, env=env)
    run(python, "manage.py", "shell", "-c", _FILL, cwd=site, env=env)


if __name__ == "__main__":
    main(*sys.argv[1:])
