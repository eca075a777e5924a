"""What a visitor reaches from the front page, and what it says of the sources."""

import pytest
from django.test import Client
from django.urls import reverse

from indicators.models import SurveyIndicator, Target
from initiatives.models import Initiative
from plans.models import BasicPolicy, Measure, Plan, SourceNote
from tests.crawler import crawl
from tests.sources.source_lines import content_lines, fragments, squeezed

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return crawl(Client())


def test_every_link_leads_to_a_page(pages):
    broken = [address for address, (status, _) in pages.items() if status != 200]

    assert broken == []


def test_every_record_with_a_page_is_reached(pages):
    records = [
        record
        for model in (
            Plan,
            BasicPolicy,
            Measure,
            Initiative,
            Target,
            SurveyIndicator,
        )
        for record in model.objects.public()
    ]

    missed = [r for r in records if r.get_absolute_url() not in pages]

    assert len(records) > 100
    assert missed == []


def test_every_plan_has_its_notes_and_glossary_pages(pages):
    expected = {
        reverse(name, args=[plan.slug])
        for plan in Plan.objects.all()
        for name in ("source-notes", "plan-glossary")
    }

    assert expected <= pages.keys()


def test_every_page_has_one_heading_a_title_and_a_language(pages):
    for address, (_, soup) in pages.items():
        if address.endswith(".atom"):
            continue
        assert len(soup.select("h1")) == 1, address
        assert soup.title.text.endswith("地域福祉計画ポータル"), address
        assert soup.html["lang"] == "ja", address


def test_both_forms_of_every_corrected_word_are_on_the_site(pages):
    texts = [squeezed(soup.get_text()) for _, soup in pages.values()]

    for note in SourceNote.objects.exclude(shown=""):
        assert any(squeezed(note.printed) in text for text in texts), note.printed
        assert any(squeezed(note.shown) in text for text in texts), note.shown


def test_no_interviewee_is_named(pages):
    names = ("高" + "野さん", "小" + "倉相談", "山" + "口さん", "敏" + "子")

    for address, (_, soup) in pages.items():
        text = soup.get_text()
        assert not [name for name in names if name in text], address


def test_nearly_every_line_of_the_sources_is_on_the_site(pages):
    # The folded tables repeat a word of each row, and labels stand apart on pages.
    texts = [squeezed(_readable(soup)) for _, soup in pages.values()]
    lines = [
        (code, line)
        for code in ("000", "001", "002", "003", "004")
        for line in content_lines(code)
        if "（氏名）" not in line
    ]
    notes = list(SourceNote.objects.exclude(shown="").values_list("printed", "shown"))

    lost = [pair for pair in lines if not _is_found(pair[1], texts, notes)]

    assert len(lines) > 700
    assert len(lost) / len(lines) <= 0.01, lost


def _readable(soup):
    labels = [cell["data-l"] for cell in soup.select("[data-l]")]
    return soup.get_text() + "".join(labels)


def _is_found(line, texts, notes):
    """On one page as it stands, corrected as a note says, or in its parts."""
    forms = [line]
    for printed, shown in notes:
        forms += [form.replace(printed, shown) for form in forms if printed in form]
    return any(
        all(squeezed(part) in text for part in parts)
        for form in forms
        for parts in ([form], fragments(form))
        for text in texts
    )
