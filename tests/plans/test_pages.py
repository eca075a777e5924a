"""The pages of plan text alone: source notes, glossaries, sources."""

import pytest

from plans.models import GlossaryTerm, SourceNote
from tests.factories import a_measure, a_plan
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

KASHIWA = "/plans/kashiwa-chiiki-fukushi/"


def test_source_notes_show_printed_and_shown_words_with_the_reason(client):
    page = client.get(f"{KASHIWA}source-notes/").content.decode()

    assert "障害者的一般就労" in page
    assert "障害者の一般就労" in page
    assert "意味が変わる誤記" in page
    assert "単位の不一致" in page
    assert "発行者の確認はまだ済んでいません" in page


def test_a_source_note_leads_to_what_it_is_about(client):
    page = client.get(f"{KASHIWA}source-notes/").content.decode()

    assert f'href="{KASHIWA}targets/4-3/"' in page
    assert f'href="{KASHIWA}measures/2-1/"' in page


def test_source_notes_cost_four_queries_however_many(client):
    measure = a_measure()
    address = f"{measure.plan.get_absolute_url()}source-notes/"
    first = queries_of(client, address)
    for number in range(20):
        SourceNote.objects.create(
            plan=measure.plan,
            code=f"n{number}",
            about_kind="measure",
            about_code=measure.code,
            category="slip",
            reason="確認中です。",
            certainty="unclear",
        )

    assert queries_of(client, address) == first <= 4


def test_glossary_shows_a_definition_or_says_that_there_is_none(client):
    page = client.get("/glossary/").content.decode()

    assert "小地域福祉活動計画" in page
    assert "その達成の道筋をまとめたもの" in page
    assert "原典の掲載部分に説明がありません" in page


def test_the_glossary_of_a_plan_holds_its_terms_alone(client):
    page = client.get("/plans/kita-ku/glossary/").content.decode()

    assert "小地域福祉活動計画" in page
    assert "住宅確保要配慮者" not in page


def test_glossary_leaves_out_drafts_and_costs_four_queries_however_long(client):
    draft, plan = a_plan(state="draft"), a_plan()
    for number in range(20):
        for owner in (draft, plan):
            GlossaryTerm.objects.create(
                plan=owner, code=f"g{number}", term=f"用語{owner.slug}"
            )

    page = client.get("/glossary/").content.decode()

    assert f"用語{plan.slug}" in page
    assert f"用語{draft.slug}" not in page
    assert queries_of(client, "/glossary/") == 4


def test_sources_name_each_document_and_the_plans_taken_from_it(client):
    page = client.get("/sources/").content.decode()

    assert "原典003" in page
    assert "柏市再犯防止推進計画" in page
    assert "（題名の印刷なし）" in page


def test_sources_cost_two_queries_however_many_plans(client):
    for _ in range(20):
        a_plan()

    assert queries_of(client, "/sources/") == 2
