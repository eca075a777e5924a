"""確定して提出する: what may be handed in, and what is said of it."""

import pytest
from django.contrib.auth.models import User

from tests.indicators.sheets.office import confirm, csv_file, upload, words_of
from tests.value_records import an_observation


def test_a_value_that_nobody_looked_at_is_not_handed_in_by_a_note(office, clerk):
    an_observation(target=office.targets[0], value=9600, raw="9600", reason="増えた")
    page = upload(clerk, office, csv_file([office.row(0, "", 注記="概数")]))

    told = confirm(clerk, page, do="submit")

    assert "値を確かめてください" in words_of(told)
    assert office.value(0).state == "draft"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("p@example.jp", "1件を提出しました。計画担当にメールで知らせました。"),
        ("", "1件を提出しました。計画担当の「承認と公開」の画面に出ています。"),
    ],
    ids=["with a mail", "without"],
)
def test_a_mail_is_spoken_of_only_where_one_went_out(office, clerk, address, said):
    User.objects.filter(pk=office.planner.pk).update(email=address)
    page = upload(clerk, office, csv_file([office.row(0, "960")]))

    told = confirm(clerk, page, do="submit")

    assert f"{said}承認されたあとに公開されます。" in words_of(told)


def test_handing_in_names_the_rows_without_a_reason_and_stores_nothing(office, clerk):
    rows = [office.row(0, "960"), office.row(1, "920")]
    page = upload(clerk, office, csv_file(rows))

    told = confirm(clerk, page, do="submit")

    assert "実績 3行目" in words_of(told)
    assert "「理由」：判定が「遅れ」の見込みのため" in words_of(told)
    assert (office.value(0), office.value(1)) == (None, None)


def test_handing_in_submits_new_rows_and_drafts_that_the_file_repeats(
    office, clerk, mailoutbox
):
    an_observation(target=office.targets[1], value=970, raw="970")
    rows = [office.row(0, "960"), office.row(1, "970")]
    page = upload(clerk, office, csv_file(rows))

    confirm(clerk, page, do="submit")

    states = [(office.value(n).state, office.value(n).submitted_by) for n in (0, 1)]
    assert states == [("submitted", office.person)] * 2
    assert [mail.to for mail in mailoutbox] == [[office.planner.email]]
