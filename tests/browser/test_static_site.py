"""An export opened from the disk, without any server."""

import pytest

from tests.site_server import prepare, run_python, site_environment
from tests.welfare_plan.static_site.read_page import ReadPage
from tests.welfare_plan.static_site.twins import file_named

pytestmark = pytest.mark.long

# Without style sheets it has none.
_BACKGROUND = "foot => getComputedStyle(foot).backgroundColor"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The seven plans as files, with hashed static files."""
    made = tmp_path_factory.mktemp("static")
    env = site_environment(made)
    prepare(env)
    run_python(
        env, "manage.py", "build_static", str(made / "site"), "--without-furigana"
    )
    return made / "site"


@pytest.fixture
def page(browser, folder):
    """The front page; `page.faults` lists what did not load or came from elsewhere."""
    context = browser.new_context(viewport={"width": 360, "height": 900})
    page = context.new_page()
    page.faults = []
    page.on("requestfailed", lambda request: page.faults.append(request.url))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on(
        "request",
        lambda request: (
            request.url.startswith(folder.as_uri()) or page.faults.append(request.url)
        ),
    )
    page.goto(f"{folder.as_uri()}/index.html")
    yield page
    context.close()


def test_a_resident_reads_the_files_as_the_site(page, folder):
    page.get_by_role("link", name="柏市地域福祉計画", exact=True).click()
    page.get_by_role("link", name="福祉の総合相談窓口への新規相談者数").click()

    assert "1,100人／年" in page.inner_text("main")
    assert page.url.startswith(f"{folder.as_uri()}/plans/kashiwa-chiiki-fukushi/")
    assert page.locator(".site-foot").evaluate(_BACKGROUND) != "rgba(0, 0, 0, 0)"
    assert page.locator("script, form").count() == 0
    assert page.faults == []


def test_a_filter_is_chosen_by_its_link(page):
    page.get_by_role("link", name="目標の進み具合", exact=True).click()
    page.get_by_role("link", name="年間の量").first.click()

    chosen = page.locator(".one-by-one [aria-current]").all_inner_texts()
    assert "年間の量" in chosen
    assert page.faults == []
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_the_files_of_the_seven_plans_hold_no_dead_link(folder):
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    pages = [name for name in files if name.endswith(".html") and name != "404.html"]
    dead = [
        (name, link)
        for name in pages
        for link in ReadPage((folder / name).read_bytes()).links
        if link and "//" not in link and not link.startswith(("mailto:", "tel:"))
        if file_named(name, link) not in files
    ]

    assert dead == []
    assert len(pages) > 300
