"""Texts that programs run, cut or change survive the way out and back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.admin.files.cells import is_same_text
from plans.models import Section
from plans.typed_text import has_hidden_characters
from tests import factories
from tests.admin.files.office import FORMATS, a_csv, export, upload
from tests.corpus.portal_files import TEXTS

pytestmark = pytest.mark.django_db

KEYS = ("計画（アドレス用の名前）", "コード")
OURS = [
    *TEXTS,
    "-",
    "－",
    "+1",
    "@",
    "0012",
    "１２",
    " 先頭の空白",
    "末尾の改行\n",
    '"',
    "''",
    "髙﨑①㈱～―－∥￢",
    "〜—–−•·",
    "▶⁸🙂",
    "〓",
    "か\u3099",
    "a,b\tc",
    "\n",
]
words = st.text(
    st.characters(exclude_categories=["Cs", "Co", "Cc"], exclude_characters="\ufffe")
    | st.sampled_from("'\"=+-@,;\t\n 　０１〓〜髙﨑"),
    min_size=1,
    max_size=12,
).filter(lambda text: text.strip() and not has_hidden_characters(text))


def a_section_with(text):
    plan = factories.a_plan()
    return Section.objects.create(
        plan=plan, code="s", position=1, kind="other", heading="節", body=text
    )


def goes_out_and_back(client, section, wanted):
    content = export(client, Section, wanted, section.plan.slug)
    return upload(client, Section, content, f"節.{wanted}")


@pytest.mark.parametrize("wanted", FORMATS)
def test_no_text_changes_on_its_way(staff_client, wanted):
    plan = factories.a_plan()
    for number, text in enumerate(OURS, start=1):
        Section.objects.create(
            plan=plan,
            code=str(number),
            position=number,
            kind="other",
            heading=text.strip() or "節",
            body=text,
        )

    content = export(staff_client, Section, wanted, plan.slug)
    preview = upload(staff_client, Section, content, f"節.{wanted}")

    assert preview.counts == {"変更なし": f"{len(OURS)}行"}


@pytest.mark.parametrize("wanted", FORMATS)
def test_nor_does_any_other_text(staff_client, wanted):
    section = a_section_with("x")

    @settings(
        max_examples=25,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(words)
    def holds(text):
        section.body = text
        section.save()
        preview = goes_out_and_back(staff_client, section, wanted)
        assert preview.counts == {"変更なし": "1行"}, preview.lines

    holds()


def test_what_cp932_lacks_is_a_geta_that_nobody_stores(staff_client):
    section = a_section_with("見出し ▶ 本文")
    content = export(staff_client, Section, "cp932", section.plan.slug)
    assert "見出し 〓 本文" in content.decode("cp932")

    edited = content.replace("見出し 〓".encode("cp932"), "題 〓".encode("cp932"))
    preview = upload(staff_client, Section, edited)

    assert preview.counts == {"誤り": "1行"}
    assert "シフトJISで書けない文字の代わり" in preview.lines[0]


@pytest.mark.parametrize("text", ["=1+1", "-相談", "+81", "@名", "'=1", "　全角"])
def test_a_typed_text_is_stored_as_it_was_typed(staff_client, text):
    section = a_section_with("前")
    file = a_csv((*KEYS, "本文"), (section.plan.slug, "s", text))

    upload(staff_client, Section, file).confirm()

    section.refresh_from_db()
    assert section.body == text.removeprefix("'").strip()


def test_other_ends_of_lines_are_no_change():
    assert is_same_text("一\r\n二\r三", "一\n二\n三")
    assert not is_same_text("一 二", "一\n二")
