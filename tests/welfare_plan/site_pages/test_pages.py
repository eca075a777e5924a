"""The pages at the foot of every page, filled in and unset."""

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup

from plans.models import Publisher
from tests.factories import a_plan
from tests.queries import queries_of
from tests.staff_records import a_publisher
from welfare_plan import gunicorn
from welfare_plan.site_pages import policy_page
from welfare_plan.site_pages.checked import read_run

pytestmark = pytest.mark.django_db

PAGES = [
    "/about/",
    "/terms/",
    "/contact/",
    "/privacy/",
    "/accessibility/",
    "/accessibility/results/",
]


def of_body(client, address, slug):
    """The text of one publisher's part of a page."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    place = f"h-body-{slug}" if slug else "h-no-body"
    return _words(soup.select_one(f"section[aria-labelledby={place}]"))


def of_operator(client, address):
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return _words(soup.select_one("section[aria-labelledby=h-operator]"))


def _words(section):
    for mark in section.select(".term"):
        mark.replace_with(mark.text)
    section.smooth()
    return " ".join(section.get_text(" ").split())


@pytest.fixture
def town():
    """A publisher with a public plan and every statement."""
    publisher = a_publisher(
        name="見本町",
        contact_name="福祉課",
        contact_phone="00-0000-0000",
        contact_email="fukushi@example.jp",
        contact_url="https://example.jp/contact",
        licence=Publisher.Licence.CC_BY,
        accessibility_level="AA",
        accessibility_due_on=date(2028, 3, 31),
        accessibility_exceptions="添付した資料のPDF",
    )
    a_plan(publisher=publisher, title="見本町地域福祉計画", slug="mihon-machi")
    return publisher


def test_about_names_every_public_plan_under_its_publisher(client):
    page = BeautifulSoup(client.get("/about/").content, "html.parser")

    words = page.select_one("dl.meta").get_text("|", strip=True)
    assert "柏市|柏市地域福祉計画" in words
    assert words.endswith("（仮の名称）")
    assert "発行者の記載がない計画" in words


def test_a_draft_and_its_publisher_are_named_nowhere(client):
    publisher = a_publisher(name="下書町")
    a_plan(publisher=publisher, title="下書きの計画", state="draft")

    for address in PAGES:
        page = client.get(address).content.decode()
        assert "下書町" not in page, address
        assert "下書きの計画" not in page, address


def test_terms_name_the_licence_and_a_line_to_cite(client, town):
    words = of_body(client, "/terms/", town.slug)

    assert "クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）" in words
    assert "出典：見本町「見本町地域福祉計画」" in words


def test_a_publishers_own_line_to_cite_comes_first(client, town):
    Publisher.objects.filter(pk=town.pk).update(citation="見本町（2026）地域福祉計画")

    words = of_body(client, "/terms/", town.slug)

    assert "出典：見本町（2026）地域福祉計画" in words
    assert "出典：見本町「" not in words


def test_a_plan_without_a_line_to_cite_is_named_with_the_reason(client, town):
    said = "正式な名称が分からないため、出典の書き方を決めていない計画：町の計画"
    assert said not in of_body(client, "/terms/", town.slug)
    a_plan(publisher=town, title="", working_title="町の計画")

    assert said in of_body(client, "/terms/", town.slug)
    Publisher.objects.filter(pk=town.pk).update(citation="見本町（2026）地域福祉計画")
    assert said not in of_body(client, "/terms/", town.slug)


def test_unset_terms_send_people_to_the_publisher(client):
    words = of_body(client, "/terms/", "kashiwa-shi")

    assert "未設定。利用条件は計画を作った団体にお問い合わせください。" in words


@pytest.mark.parametrize("address", ["/terms/", "/contact/", "/accessibility/"])
def test_every_place_of_a_page_is_its_own_whatever_a_publisher_is_called(
    client, address
):
    for slug in ("change", "limits", "scope", "unnamed"):
        a_plan(publisher=a_publisher(slug=slug))

    soup = BeautifulSoup(client.get(address).content, "html.parser")
    places = [element["id"] for element in soup.select("[id]")]

    assert len(places) == len(set(places))


def test_nobody_is_asked_to_cite_a_working_title(client):
    words = of_body(client, "/terms/", None)

    assert "出典：" not in words
    assert "原典の掲載部分に、発行者の記載がありません。" in words


def test_contact_shows_what_staff_filled_in(client, town):
    words = of_body(client, "/contact/", town.slug)

    for text in ("福祉課", "00-0000-0000", "fukushi@example.jp"):
        assert text in words
    assert "未設定" not in words


@pytest.mark.parametrize("address", ["/about/", "/contact/", "/privacy/"])
def test_who_runs_the_site_comes_from_the_settings(client, settings, address):
    settings.SITE_OPERATOR = "見本県 福祉部"
    settings.SITE_OPERATOR_CONTACT = "電話 00-0000-0000"

    words = of_operator(client, address)

    assert "運営者 見本県 福祉部" in words
    assert "連絡先 電話 00-0000-0000" in words


def test_barriers_are_reported_to_their_own_contact_where_there_is_one(
    client, settings
):
    settings.SITE_OPERATOR_CONTACT = "kanri@example.jp"
    assert "kanri@example.jp" in of_operator(client, "/accessibility/")

    settings.SITE_ACCESSIBILITY_CONTACT = "yomu@example.jp"
    words = of_operator(client, "/accessibility/")

    assert "yomu@example.jp" in words
    assert "kanri@example.jp" not in words


@pytest.mark.parametrize(
    "address", ["/about/", "/contact/", "/privacy/", "/accessibility/"]
)
def test_an_operator_that_is_not_set_is_not_made_up(client, address):
    assert "運営者 未設定 連絡先 未設定" in of_operator(client, address)


def test_an_unset_contact_says_so_in_one_line(client):
    words = of_body(client, "/contact/", "kashiwa-shi")

    assert "未設定：お問い合わせの窓口、電話、メール、お問い合わせのページ" in words
    assert words.count("未設定") == 1


def test_a_number_that_is_filled_in_can_be_called(client, town):
    page = BeautifulSoup(client.get("/contact/").content, "html.parser")

    assert page.select("a[href='tel:0000000000']")


def test_the_policy_shows_level_date_exceptions_and_the_word(client, town):
    words = of_body(client, "/accessibility/", town.slug)

    assert "適合レベルAA 満たす期限 令和10年3月31日" in words
    assert "JIS X 8341-3:2016の適合レベルAAに配慮" in words
    assert "添付した資料のPDF" in words


def test_an_unset_policy_claims_nothing(client):
    words = of_body(client, "/accessibility/", "kashiwa-shi")

    assert words.count("未設定") == 1
    assert "配慮" not in words


def test_before_the_first_run_both_pages_say_that_there_was_none(client, monkeypatch):
    for module in ("policy_page", "results_page"):
        monkeypatch.setattr(
            f"welfare_plan.site_pages.{module}.last_run", lambda: read_run({})
        )

    for address in ("/accessibility/", "/accessibility/results/"):
        assert "まだ試験の記録がありません。" in client.get(address).content.decode()


def test_results_show_the_run_and_every_criterion(client, monkeypatch):
    run = read_run(
        {
            "day": "2026-11-21",
            "axe": "4.12.1",
            "browser": "Chromium 156",
            "pages": [
                {"name": "さがす", "type": "search/"},
                {"name": "さがす", "type": "search/"},
                {"name": "見本 6子さんの登録", "type": "staff/people/<int:pk>/"},
            ],
            "variants": ["幅360ピクセル、明るい配色"],
            "rules": {"1.1.1": {"rules": 7}, "1.4.3": {"rules": 1, "undecided": 4}},
            "checks": {"zoom": {"pages": 30}, "narrow": {"pages": 31}},
        }
    )
    monkeypatch.setattr("welfare_plan.site_pages.results_page.last_run", lambda: run)

    page = BeautifulSoup(client.get("/accessibility/results/").content, "html.parser")
    rows = [row.get_text("|", strip=True) for row in page.select("tbody tr")]

    assert "令和8年11月21日" in page.main.get_text()
    assert len(rows) == 38
    assert rows[0] == (
        "1.1.1　非テキストコンテンツ|A|道具では違反なし"
        "|axeの規則7個で検査：違反なし|人による確認は、していません。"
    )
    assert rows[11].endswith(
        "道具では判断できない|axeの規則1個で検査：違反なし"
        "|axeでは判断できないページ：4ページ|人による確認は、していません。"
    )
    assert rows[12].endswith(
        "幅1,280ピクセルの画面を200％に拡大して、横に送らずに読めるかを30ページで検査："
        "違反なし|人による確認は、していません。"
    )
    assert "2種類、3ページ" in page.main.get_text()
    section = page.select_one("[aria-labelledby=h-pages]")
    assert [each.text for each in section.select("li")] == ["さがす（2つの状態で）"]
    assert section.p.text == "ほかに、職員用の画面1ページを調べました。"
    assert "横に送らずに読めるかを31ページで検査" in page.main.get_text()
    assert [row for row in rows if "未確認|確認していません。" in row]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_costs_two_queries_however_many_plans(client, address):
    first = queries_of(client, address)
    for number in range(10):
        a_plan(slug=f"mihon-{number}", publisher=a_publisher(name=f"見本町{number}"))

    assert queries_of(client, address) == first <= 2


@pytest.mark.parametrize("address", PAGES)
def test_every_page_leads_to_it(client, address):
    foot = BeautifulSoup(client.get("/").content, "html.parser").footer

    assert foot.select(f"a[href='{address}']")


def test_visitors_get_no_cookie_and_staff_two(client):
    seen = [client.get(address).cookies for address in ["/", "/dashboard/", *PAGES]]

    assert not any(seen)
    assert set(client.get("/staff/login/").cookies) == {"csrftoken"}


def test_the_server_keeps_no_list_of_who_opened_what():
    """Who switches one on (ACCESS_LOG) finds neither visitors nor queries in it."""
    told = re.findall(r"%\((.+?)\)s", gunicorn.access_log_format)

    assert gunicorn.accesslog is None
    assert told == ["m", "U", "s", "B", "M"]


def test_privacy_says_how_long_a_login_lasts(client, settings):
    settings.SESSION_COOKIE_AGE = 3 * 24 * 60 * 60

    assert "最長3日で使えなくなります。" in client.get("/privacy/").content.decode()


def test_a_level_is_judged_by_the_criteria_it_includes(client, town, monkeypatch):
    asked = []
    monkeypatch.setattr(
        policy_page, "conformance_word", lambda found: asked.append(len(found)) or ""
    )

    client.get("/accessibility/")
    Publisher.objects.filter(pk=town.pk).update(accessibility_level="A")
    client.get("/accessibility/")

    assert asked == [38, 25]
