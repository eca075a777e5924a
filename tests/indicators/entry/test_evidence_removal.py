"""A wrong file or link is taken away again, while nothing rests on it."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.utils import timezone

from indicators.models import Evidence, Observation
from initiatives import answers
from tests.factories import a_target
from tests.indicators.entry.evidence_files import a_file
from tests.staff_records import a_department, a_person, an_item
from tests.value_records import a_publication, an_observation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_folder")]


@pytest.fixture
def attached(page, figure):
    """The page of a draft with a file, and that file."""
    after = page.fill(figure, cell="960", file=a_file()).press()
    return after, Evidence.objects.get()


def remove(page, item, *evidence):
    keys = [str(each.pk) for each in evidence]
    return page.fill(item, remove=keys)


def test_a_ticked_file_is_gone_for_good_and_the_log_says_who_did_it(
    attached, figure, clerk, own_folder, django_capture_on_commit_callbacks
):
    page, evidence = attached

    with django_capture_on_commit_callbacks(execute=True):
        after = remove(page, figure, evidence).press()

    assert not Evidence.objects.exists()
    assert [each for each in own_folder.rglob("*") if each.is_file()] == []
    assert "根拠を1件外しました。" in after.messages
    assert "集計表.pdf" not in after.text(figure)
    log = LogEntry.objects.get(action_flag=DELETION)
    assert (log.user, log.object_repr) == (clerk, "集計表.pdf")


def test_a_file_stays_on_the_disk_until_the_removal_is_certain(
    attached, figure, own_folder
):
    page, evidence = attached

    remove(page, figure, evidence).press()

    assert [each.suffix for each in own_folder.rglob("*") if each.is_file()] == [".pdf"]


def test_the_tick_stays_where_the_row_was_not_saved(attached, figure):
    page, evidence = attached

    after = remove(page, figure, evidence).fill(figure, link="これ").press()

    assert Evidence.objects.get() == evidence
    box = after.row(figure).select_one("input[name$=-remove]")
    assert box.has_attr("checked")


def test_what_came_back_may_lose_its_evidence(attached, page_of, clerk, figure):
    page, evidence = attached
    page.press("submit")
    row = Observation.objects.get()
    answers.give_back(row, by=a_person("計画担当"), remark="別の課の表です。")

    remove(page_of(clerk), figure, evidence).press()

    assert not Evidence.objects.exists()


@pytest.mark.parametrize("state", ["submitted", "approved", "published"])
def test_what_was_handed_in_keeps_its_evidence(attached, page_of, clerk, figure, state):
    old, evidence = attached
    Observation.objects.update(state=state)

    assert not page_of(clerk).row(figure).select("input[name$=-remove]")
    remove(old, figure, evidence).press()

    assert Evidence.objects.get() == evidence


def test_a_correction_keeps_what_the_publication_rests_on(page_of, clerk, figure):
    row = an_observation(target=figure.target, value=960, state="draft")
    a_publication(row, published_at=timezone.now())
    made = [
        Evidence.objects.create(item=figure, link=link, added_by=clerk)
        for link in ("https://example.jp/old", "https://example.jp/new")
    ]
    Evidence.objects.filter(pk=made[0].pk).update(
        added_at=timezone.now() - timedelta(days=9)
    )
    page = page_of(clerk)

    boxes = page.row(figure).select("input[name$=-remove]")
    remove(page, figure, *made).press()

    assert [box["value"] for box in boxes] == [str(made[1].pk)]
    assert Evidence.objects.get() == made[0]


def test_nobody_takes_evidence_of_another_department_away(page, figure, round_):
    department = a_department(round_.publisher)
    other = an_item(round_, target=a_target(), department=department)
    theirs = Evidence.objects.create(
        item=other, link="https://example.jp/", added_by=a_person()
    )

    remove(page, figure, theirs).press()
    forged = {f"i{other.pk}-remove": theirs.pk, "item": [figure.pk, other.pk]}
    page.press(**forged)

    assert Evidence.objects.get() == theirs


@pytest.mark.parametrize("keys", [["x"], ["-1"], ["9" * 30], ["１"]])
def test_keys_that_make_no_sense_take_nothing_away(attached, figure, keys):
    page, evidence = attached

    page.fill(figure, remove=keys).press()

    assert Evidence.objects.get() == evidence
