"""docs/drills.md shows what was run, and says of the rest that it was not."""

import pytest

from tests.drills import DRILLS, FAILED, NOT_RUN, PAGE, page, results

CASE = """<testsuites><testsuite timestamp="2026-11-21T22:00:00">
<testcase classname="tests.deploy.test_restarts" name="test_handover[full]">
<properties><property name="figures"
 value="{&quot;id&quot;: &quot;R10&quot;, &quot;requests&quot;: 10000}"/></properties>
%s</testcase>
<testcase classname="tests.deploy.test_restarts" name="test_without_figures"/>
</testsuite></testsuites>"""


def lines(text, name):
    return [line for line in text.splitlines() if line.startswith(f"| {name} |")]


def written(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.xml").write_text(text)
    return page(results(folder))


def test_a_drill_stands_with_its_figures_its_day_and_its_command(tmp_path):
    text = written(tmp_path, sqlite=CASE % "")

    (line,) = lines(text, "R10")
    assert "requests 10,000 | 2026-11-21 |" in line
    assert 'm drill "tests/deploy/test_restarts.py::test_handover[full]"`' in line
    assert FAILED not in line


def test_one_that_failed_says_so(tmp_path):
    text = written(tmp_path, sqlite=CASE % "<failure/>")

    assert FAILED in lines(text, "R10")[0]


def test_each_database_has_a_line_of_its_own(tmp_path):
    text = written(tmp_path, sqlite=CASE % "", postgresql=CASE % "")

    assert ["-p tests.postgresql" in line for line in lines(text, "R10")] == [
        False,
        True,
    ]


def test_what_was_not_run_is_shown_as_not_run(tmp_path):
    text = written(tmp_path)

    assert all(lines(text, name)[0].count(NOT_RUN) == 3 for name in DRILLS)


def test_what_is_not_run_again_keeps_its_line_and_what_is_run_again_gets_a_new_one(
    tmp_path,
):
    before = written(tmp_path, sqlite=CASE % "<failure/>", postgresql=CASE % "")
    (tmp_path / "postgresql.xml").unlink()
    (tmp_path / "sqlite.xml").write_text(CASE % "")

    text = page(results(tmp_path), before)

    assert len(lines(text, "R10")) == 2
    assert FAILED not in text


@pytest.mark.parametrize("name", DRILLS)
def test_the_page_that_is_kept_has_every_drill(name):
    assert lines(PAGE.read_text(encoding="utf-8"), name)
