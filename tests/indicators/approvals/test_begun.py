"""What was ticked or typed on other rows is still there after a success."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail

from indicators.approvals import page as approvals_page
from tests.factories import a_target
from tests.indicators.approvals.records import (
    an_initiative_of,
    key_of,
    sent,
    submitted,
)
from tests.staff_records import a_person, logged_in

pytestmark = pytest.mark.django_db

ADDRESS = "/staff/approvals/"


@pytest.fixture
def planning(client):
    return logged_in(client, a_person("計画担当"))


def page_of(response):
    return BeautifulSoup(response.content, "html.parser")


def state_of(answer):
    answer.refresh_from_db()
    return answer.state


def remark_on(page, answer):
    return page.select_one(f"#remark-{key_of(answer)}").get_text().strip()


def ticked_on(page):
    return [tag["value"] for tag in page.select("[name=row][checked]")]


def approving_one_with_a_remark_on_the_other(one, other):
    form = sent(one, other, ticked=(one,), act="approve")
    return {**form, f"remark-{key_of(other)}": "合計が違います"}


def returning_one_with_the_other_ticked(one, other):
    form = sent(one, other, ticked=(other,), **{"return": key_of(one)})
    return {**form, f"remark-{key_of(one)}": "合計が違います"}


def test_a_remark_on_another_row_is_kept_when_the_ticked_are_approved(planning):
    one, other = submitted(), submitted()

    response = planning.post(
        ADDRESS, approving_one_with_a_remark_on_the_other(one, other)
    )

    page = page_of(response)
    assert "1件を承認しました。" in page.select_one("[role=status]").get_text()
    assert remark_on(page, other) == "合計が違います"
    assert page.select_one("[role=alert]") is None
    assert [state_of(one), state_of(other)] == ["approved", "submitted"]


def test_a_tick_on_another_row_is_kept_when_one_is_returned(planning):
    one, other = submitted(submitted_by=a_person("担当課")), submitted()

    page = page_of(
        planning.post(ADDRESS, returning_one_with_the_other_ticked(one, other))
    )

    assert "1件を差し戻しました。" in page.select_one("[role=status]").get_text()
    assert ticked_on(page) == [key_of(other)]
    assert [state_of(one), state_of(other)] == ["returned", "submitted"]


def test_sending_the_same_again_does_nothing_more_and_keeps_the_rest(planning):
    one, other = submitted(submitted_by=a_person("担当課")), submitted()
    form = returning_one_with_the_other_ticked(one, other)
    planning.post(ADDRESS, form)

    again = planning.post(ADDRESS, form)

    page = page_of(again)
    assert again.status_code == 409
    assert "合計が違います" in page.select_one("[role=alert]").get_text()
    assert ticked_on(page) == [key_of(other)]
    assert len(mail.outbox) == 1
    assert one.history.filter(state="returned").count() == 1


@pytest.mark.parametrize("typed", ["", " \r\n"])
def test_without_anything_on_other_rows_the_list_is_opened_anew(planning, typed):
    one, other = submitted(), submitted()
    form = sent(one, other, ticked=(one,), act="approve")

    response = planning.post(ADDRESS, {**form, f"remark-{key_of(other)}": typed})

    assert (response.status_code, response["Location"]) == (302, ADDRESS)


def test_a_remark_on_what_was_itself_approved_keeps_nobody(planning):
    one = submitted()
    form = {**sent(one, act="approve"), f"remark-{key_of(one)}": "やめた"}

    # It waits here now.
    response = planning.post(f"{ADDRESS}?kind=figure&state=approved", form)

    assert response.status_code == 302


def test_a_reason_for_what_went_on_meanwhile_is_shown_once_more(planning):
    one, other = submitted(), submitted()
    form = approving_one_with_a_remark_on_the_other(one, other)
    type(other).objects.filter(pk=other.pk).update(state="approved")

    alert = page_of(planning.post(ADDRESS, form)).select_one("[role=alert]")

    assert alert.h2.text == "確かめてください"
    assert "ほかの人が先に手続きをしたため" in alert.li.text
    assert "あなたが書いた差戻しの理由：合計が違います" in alert.li.text
    assert state_of(one) == "approved"


def test_a_tick_alone_on_what_went_on_meanwhile_is_not_waited_for(planning):
    one, other = submitted(submitted_by=a_person("担当課")), submitted()
    form = returning_one_with_the_other_ticked(one, other)
    type(other).objects.filter(pk=other.pk).update(state="approved")

    assert planning.post(ADDRESS, form).status_code == 302


def without_a_reason(form, one):
    return {**form, f"remark-{key_of(one)}": ""}


def with_the_enter_key(form, one):
    form.pop("return")
    return {**form, "act": "none"}


@pytest.mark.parametrize("press", [without_a_reason, with_the_enter_key])
def test_nothing_stays_ticked_that_changed_meanwhile_where_nothing_was_done(
    planning, press
):
    one, other = submitted(submitted_by=a_person("担当課")), submitted()
    form = press(returning_one_with_the_other_ticked(one, other), one)
    type(other).objects.filter(pk=other.pk).update(value=5)

    page = page_of(planning.post(ADDRESS, form))

    alert = page.select_one("[role=alert]")
    assert alert.h2.text == "できなかったものがあります"
    assert "ほかの人が変えました" in alert.text
    assert ticked_on(page) == []
    assert [state_of(one), state_of(other)] == ["submitted", "submitted"]


@pytest.mark.parametrize(
    ("shown", "now", "is_said"),
    [({}, {"value": 5}, "ほかの人が変えました"), ({"verdict": "x"}, {}, "判定が")],
    ids=["value", "judgement"],
)
def test_a_kept_tick_on_what_changed_meanwhile_is_said(planning, shown, now, is_said):
    one, other = submitted(), submitted()
    form = returning_one_with_the_other_ticked(one, other)
    form |= {f"{name}-{key_of(other)}": said for name, said in shown.items()}
    type(other).objects.filter(pk=other.pk).update(**{"value": other.value, **now})

    page = page_of(planning.post(ADDRESS, form))

    link = page.select_one("[role=alert] a")
    assert is_said in link.get_text()
    assert link["href"] == f"#row-{key_of(other)}"
    assert ticked_on(page) == []
    assert "1件を差し戻しました。" in page.select_one("[role=status]").get_text()


def test_on_a_later_page_the_rest_of_that_page_is_kept(planning, monkeypatch):
    monkeypatch.setattr(approvals_page, "PAGE", 2)
    initiative = an_initiative_of()
    *_, one, other = (submitted(target=a_target(initiative)) for _ in range(4))
    form = page_of(planning.get(f"{ADDRESS}?page=2")).select_one(
        "main form[method=post]"
    )

    response = planning.post(
        form["action"], approving_one_with_a_remark_on_the_other(one, other)
    )

    assert remark_on(page_of(response), other) == "合計が違います"
