"""What is followed and what is not, on a made-up site."""

import pytest

from welfare_plan.static_site.building import build_static

pytestmark = pytest.mark.django_db
SITE = "https://plans.example.jp"


@pytest.fixture
def built(tmp_path, pages):
    """Builds the site and gives the text of a file."""

    def build(**options):
        build_static(tmp_path / "site", **options)
        return lambda name: (tmp_path / "site" / name).read_text()

    return build


def test_drawings_style_sheets_and_what_they_name_are_copied(built, pages):
    pages["/"] = '<link rel="stylesheet" href="/s/a.css"><img src="/i.svg" alt="">'
    pages["/s/a.css"] = 'a{background:url("../b.svg")} b{mask:url(data:x)}'
    pages["/i.svg"] = pages["/b.svg"] = "<svg/>"

    read = built()

    assert 'href="s/a.css"' in read("index.html")
    assert 'src="i.svg"' in read("index.html")
    assert read("s/a.css") == pages["/s/a.css"]
    assert read("b.svg") == read("i.svg") == "<svg/>"


def test_pages_that_only_the_sitemap_names_are_written(built, pages):
    pages["/sitemap.xml"] = f"<urlset><url><loc>{SITE}/lonely/</loc></url></urlset>"
    pages["/lonely/"] = "lonely"

    read = built()

    assert read("lonely/index.html") == "lonely"
    assert read("sitemap.xml") == pages["/sitemap.xml"]


def test_a_sitemap_may_name_others_with_the_pages(built, pages):
    pages["/sitemap.xml"] = f"<loc>{SITE}/sitemap-plans.xml</loc>"
    pages["/sitemap-plans.xml"] = f"<loc>{SITE}/lonely/</loc>"
    pages["/lonely/"] = "lonely"

    read = built()

    assert read("lonely/index.html") == "lonely"


def test_links_for_staff_and_of_other_sites_stay_where_they_lead(built, pages):
    pages["/"] = (
        '<a href="/staff/#top">s</a><a href="https://example.jp/?a=1&amp;b=2">e</a>'
        '<a href="mailto:a@example.jp">m</a>'
    )

    read = built()

    assert read("index.html") == (
        f'<a href="{SITE}/staff/#top">s</a>'
        '<a href="https://example.jp/?a=1&amp;b=2">e</a>'
        '<a href="mailto:a@example.jp">m</a>'
    )


def test_a_link_into_a_drawing_is_followed_and_a_comment_is_not(built, pages):
    pages["/"] = '<svg><a href="/a/">a</a></svg><!-- <a href="/none/">n</a> -->'
    pages["/a/"] = "a"

    read = built()

    assert '<svg><a href="a/index.html">' in read("index.html")


def test_without_furigana_there_is_neither_page_nor_switch(built, pages, tmp_path):
    switch = '<a class="furigana-switch" data-plain href="/?furigana=1">つける</a>'
    pages["/"] = f"<p>x</p>{switch}"

    read = built(furigana=False)

    assert read("index.html") == "<p>x</p>"
    assert not (tmp_path / "site" / "index_furigana-1.html").exists()


def test_a_form_that_nobody_knows_says_that_it_does_not_work(built, pages):
    pages["/"] = '<form action="/x/?a=1" method="get"><input name="b"></form>'

    read = built()

    assert read("index.html") == (
        '<p class="no-search small">この欄は、ここでは使えません。</p>'
    )
