"""What keeps invented values and real ones apart."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from indicators.models import Observation, Target
from plans.models import Plan
from tests.queries import queries_of
from welfare_plan import samples
from welfare_plan.samples import SAMPLE_PLAN, SampleError, load_samples

pytestmark = [pytest.mark.django_db, pytest.mark.long]

KASHIWA = "kashiwa-chiiki-fukushi"


def recipe(target):
    makefile = (settings.BASE_DIR / "Makefile").read_text(encoding="utf-8")
    return re.search(rf"^{target}: setup\n((?:\t.*\n)+)", makefile, re.M).group(1)


def one_value(code, value):
    return f"""
{KASHIWA}:
  values:
    - fiscal_year: 2025
      published_on: '2026-09-01'
      targets:
        {code}: {{value: '{value}'}}
"""


def test_make_run_never_loads_samples_and_make_demo_does():
    assert "load_samples" not in recipe("run")
    assert "load_samples" in recipe("demo")


def test_loading_the_plans_leaves_the_samples_out():
    call_command("load_plans", verbosity=0)

    assert not Plan.objects.filter(slug=SAMPLE_PLAN).exists()
    assert not Observation.objects.exists()


def test_without_samples_no_page_has_the_banner(client):
    for address in ("/", f"/plans/{KASHIWA}/", "/glossary/", "/how-we-judge/"):
        assert "サンプル値のお知らせ" not in client.get(address).content.decode()


def test_one_sample_row_is_enough_for_the_banner(client):
    target = Target.objects.get(plan__slug=KASHIWA, code="1-1")
    Observation.objects.create(
        target=target, fiscal_year=2025, value=Decimal(42), is_sample=True
    )

    assert "サンプル値のお知らせ" in client.get("/sources/").content.decode()


def test_the_banner_costs_no_query_of_its_own(client, monkeypatch):
    monkeypatch.setattr("plans.page_words._sample_checks", [])
    without = queries_of(client, "/")
    monkeypatch.undo()

    assert queries_of(client, "/") == without


def test_a_value_entered_into_the_demo_is_left_as_it_is():
    load_samples()
    target = Target.objects.get(plan__slug=KASHIWA, code="3-1")
    entered = Observation.objects.create(
        target=target, fiscal_year=2025, value=Decimal(40), note="職員の値"
    )

    added = load_samples()

    entered.refresh_from_db()
    assert added == 0
    assert (entered.value, entered.note, entered.state) == (
        Decimal(40),
        "職員の値",
        "draft",
    )


def test_the_command_says_how_many_rows_it_added(capsys):
    call_command("load_samples")
    call_command("load_samples")

    first, second = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"サンプル値：追加\d{3}件", first)
    assert second == "サンプル値：追加0件"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (f"{KASHIWA}: {{milestones: {{1-1: {{2027: '45'}}}}}}", "実在の計画の目標"),
        ("no-such-plan: {}", "この計画は読み込まれていません"),
        (
            one_value("9-9", 1),
            "取組目標 9-9 がありません",
        ),
        (
            one_value("4-1", 101),
            "0から100まで",
        ),
    ],
    ids=["goal of a real plan", "no plan", "no target", "impossible value"],
)
def test_a_wrong_sample_stops_with_words_and_leaves_nothing(tmp_path, values, message):
    source = Path(samples.FOLDER, "mihon-shi.yaml").read_text(encoding="utf-8")
    (tmp_path / "mihon-shi.yaml").write_text(source, encoding="utf-8")
    (tmp_path / "values.yaml").write_text(values, encoding="utf-8")

    with pytest.raises(SampleError, match=message):
        load_samples(tmp_path)

    assert not Plan.objects.filter(slug=SAMPLE_PLAN).exists()


def test_the_command_reports_a_wrong_sample_in_one_line(monkeypatch):
    def refuse():
        raise SampleError("values.yaml の x：だめです。")

    monkeypatch.setattr(
        "welfare_plan.management.commands.load_samples.load_samples", refuse
    )

    with pytest.raises(CommandError, match="だめです。"):
        call_command("load_samples")
