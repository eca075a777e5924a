"""What PostgreSQL says about the values of a row does not reach the log."""

import pytest

from welfare_plan.log_cuts import without_private_data

ROW = "DETAIL:  Failing row contains (1, 山田\n住所 柏市1-2-3\n\n, x)."
TRACE = (
    "\n\nThe above exception was the direct cause of the following exception:"
    '\n\nTraceback (most recent call last):\n  File "views.py", line 3, in page'
)


@pytest.mark.parametrize(
    "after",
    ["\nHINT:  Try again.", "\nLOCATION:  exec.c:1", TRACE, '\n  File "x.py", line 1'],
    ids=["hint", "location", "next error", "next call"],
)
def test_a_value_of_several_lines_is_cut_and_what_follows_stays(after):
    written = without_private_data(f"not null violated\n{ROW}{after}")

    assert written == f"not null violated\nDETAIL: [cut]{after}"


def test_a_value_at_the_end_is_cut_to_its_last_line():
    assert without_private_data(ROW) == "DETAIL: [cut]"


def test_every_part_that_repeats_values_is_cut():
    said = (
        "bad\nLINE 1: ...VALUES ('山田', '柏市\n        ^\n"
        f"{ROW}\nQUERY:  UPDATE x SET y = '山\n田'\nCONTEXT:  COPY x, line 1: '山\n田'"
    )

    assert without_private_data(said) == (
        "bad\nLINE 1: [cut]\nDETAIL: [cut]\nQUERY: [cut]\nCONTEXT: [cut]"
    )


def test_the_margin_of_a_group_of_errors_hides_nothing():
    said = (
        "  | x\n  | DETAIL:  Key (n)=(山\n田)\n  +---------------- 2 ----------------"
    )

    written = without_private_data(said)

    assert "田" not in written
    assert written.endswith("\n  +---------------- 2 ----------------")


def test_an_error_as_python_writes_a_text_is_cut_too():
    said = repr({"x": f"not null\n{ROW}"}) + "\nnext line"

    written = without_private_data(said)

    assert "山田" not in written
    assert "柏市" not in written
    assert written.endswith("\nnext line")
