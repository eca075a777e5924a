"""Settings from the environment: what is understood, and how the rest is refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given, settings
from hypothesis import strategies as st

from welfare_plan.environment import Environment

KEY = "k" * 50


def value_of(kind, text, **options):
    """What the environment makes of a variable X with this text."""
    return getattr(Environment({"X": text}), kind)("X", **options)


def refusal(kind, text, **options):
    """The one line with which a value is refused."""
    with pytest.raises(ImproperlyConfigured) as caught:
        value_of(kind, text, **options)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith("X")
    return message


def test_variable_that_is_not_set_has_its_default():
    nothing = Environment({})

    assert nothing.text("X", "INFO") == "INFO"
    assert nothing.flag("X", default=True) is True
    assert nothing.words("X", ["a", "b"]) == ["a", "b"]
    assert nothing.number("X", default=4, low=1, high=9) == 4
    assert nothing.site_url("X") == ""


def test_text_loses_the_blanks_around_it_only():
    assert value_of("text", "  a b  ") == "a b"


def test_text_that_begins_with_a_dollar_sign_is_taken_as_it_stands():
    assert value_of("text", "$abc") == "$abc"


@pytest.mark.parametrize("text", ["true", "TRUE", " yes ", "1", "on"])
def test_words_for_yes_are_true(text):
    assert value_of("flag", text, default=False) is True


@pytest.mark.parametrize("text", ["false", "False", " no ", "0", "off", ""])
def test_words_for_no_are_false(text):
    assert value_of("flag", text, default=True) is False


@pytest.mark.parametrize("text", ["ture", "2", "はい"])
def test_flag_that_is_neither_yes_nor_no_is_refused(text):
    message = refusal("flag", text, default=False)

    assert "X=true or X=false" in message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a.jp,b.jp", ["a.jp", "b.jp"]),
        (" a.jp , b.jp ", ["a.jp", "b.jp"]),
        ("a.jp,,", ["a.jp"]),
        ("", []),
    ],
    ids=["plain", "blanks", "empty words", "nothing"],
)
def test_words_are_split_at_commas(text, words):
    assert value_of("words", text, default=["z"]) == words


@pytest.mark.parametrize(("text", "number"), [("1", 1), (" 7 ", 7), ("9", 9), ("", 4)])
def test_number_within_its_limits_is_taken(text, number):
    assert value_of("number", text, default=4, low=1, high=9) == number


@pytest.mark.parametrize("text", ["0", "10", "-1", "+1", "1.5", "４", "²", "four"])
def test_number_outside_of_its_limits_is_refused(text):
    message = refusal("number", text, default=4, low=1, high=9)

    assert "from 1 to 9" in message
    assert "X=4" in message


@given(text=st.text(max_size=12))
@settings(max_examples=100, deadline=None)
def test_any_text_is_a_number_within_the_limits_or_refused(text):
    try:
        number = value_of("number", text, default=4, low=1, high=9)
    except ImproperlyConfigured:
        return

    assert 1 <= number <= 9


@pytest.mark.parametrize(
    ("text", "key"),
    [(KEY, KEY), (f" {KEY}\n", KEY), ("$" + KEY, "$" + KEY)],
    ids=["plain", "blanks around", "dollar sign in front"],
)
def test_key_from_the_environment_wins_over_the_file(text, key, tmp_path):
    file = tmp_path / "secret_key"
    file.write_text("f" * 50, encoding="ascii")

    assert value_of("secret_key", text, key_file=file) == key


def test_empty_key_means_the_key_of_the_file(tmp_path):
    file = tmp_path / "secret_key"
    file.write_text(f"{KEY}\n", encoding="ascii")

    assert value_of("secret_key", "", key_file=file) == KEY


def test_key_that_is_nowhere_is_asked_for(tmp_path):
    message = refusal("secret_key", "", key_file=tmp_path / "none")

    assert "is not set" in message
    assert "make setup" in message


def test_short_key_is_refused_without_being_told(tmp_path):
    message = refusal("secret_key", "geheim" * 8, key_file=tmp_path / "none")

    assert "too short" in message
    assert "geheim" not in message


@pytest.mark.parametrize(
    ("text", "word"), [("a", "A"), (" B ", "B"), ("", "B")], ids=["a", "B", "nothing"]
)
def test_one_word_of_a_few_is_taken_in_any_letter_case(text, word):
    assert value_of("one_of", text, choices=["A", "B"], default="B") == word


def test_word_that_is_none_of_the_few_is_refused():
    message = refusal("one_of", "c", choices=["A", "B"], default="B")

    assert "A, B" in message
