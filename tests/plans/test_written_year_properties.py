"""What holds for every year, every day and every text in a year cell."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from plans import fiscal_year
from plans.written_years import WrittenYear, YearError, read_year

# Years of an era are read with two digits, which the last era has until then.
LATEST = 2117
years = st.integers(fiscal_year.EARLIEST, LATEST)
messy = st.text(
    st.sampled_from("0123456789０５RHSrhs令和平成昭元年度月日末時点()（）./- ㋿①二"),
    max_size=14,
)


@given(years)
def test_every_name_that_we_print_leads_back_to_its_year(year):
    for name in (
        fiscal_year.era_text,
        fiscal_year.short_text,
        fiscal_year.long_text,
        str,
    ):
        assert read_year(name(year)) == WrittenYear(year)


@given(st.dates(date(1926, 4, 1), date(LATEST, 12, 31)))
def test_every_day_leads_to_its_fiscal_year(day):
    for text in (day.isoformat(), fiscal_year.day_text(day), f"{day} 00:00:00"):
        written = read_year(text)

        assert (written.year, written.doubt.code) == (fiscal_year.of_date(day), "date")


@given(st.one_of(messy, st.text(max_size=50)))
@example("0000/1/1")
@example("9999/12/31")
def test_any_text_is_a_year_or_a_year_error(text):
    try:
        year = read_year(text).year
    except YearError:
        return

    assert fiscal_year.EARLIEST <= year <= 9999


@given(messy)
def test_what_an_address_may_say_a_cell_may_say_too(text):
    year = fiscal_year.from_text(text)
    if year is None or set("①") & set(text) or " " in text.strip():
        return

    assert read_year(text) == WrittenYear(year)
