"""The plans hold what the source documents hold, counted in the documents by hand."""

import pytest

from indicators.models import SurveyIndicator, Target
from initiatives.models import Activity, CocreationAction, Initiative, Voice
from plans.models import BasicPolicy, ConsultationWindow, Measure, Plan, Theme
from plans.theme_use import uses_of
from tests.sources.source_lines import content_lines, squeezed

pytestmark = pytest.mark.django_db

LEVELS = (BasicPolicy, Measure, Initiative, Activity, Target, SurveyIndicator)


def test_there_are_seven_plans_two_of_them_below_another():
    plans = Plan.objects.values_list("slug", "parent__slug")

    assert dict(plans) == {
        "kashiwa-hashira-1": None,
        "kashiwa-shakyo-3": None,
        "kita-ku": None,
        "kashiwa-chiiki-fukushi": None,
        "kashiwa-saihan-boshi": "kashiwa-chiiki-fukushi",
        "kashiwa-juso": "kashiwa-chiiki-fukushi",
        "okegawa-shakyo-6": None,
    }


@pytest.mark.parametrize(
    ("slug", "counts"),
    [
        ("kashiwa-hashira-1", (1, 3, 8, 26, 0, 0)),
        ("kashiwa-shakyo-3", (3, 8, 10, 0, 12, 0)),
        ("kita-ku", (1, 1, 6, 22, 0, 0)),
        ("kashiwa-chiiki-fukushi", (4, 14, 14, 0, 14, 8)),
        ("kashiwa-saihan-boshi", (5, 0, 0, 0, 0, 0)),
        ("kashiwa-juso", (0, 0, 0, 0, 0, 0)),
        ("okegawa-shakyo-6", (4, 8, 15, 50, 0, 0)),
    ],
)
def test_a_plan_has_the_levels_of_its_document(slug, counts):
    found = tuple(model.objects.filter(plan__slug=slug).count() for model in LEVELS)

    assert found == counts


def test_eight_measures_have_a_cocreation_table_of_three_actors():
    rows = CocreationAction.objects.filter(plan__slug="kashiwa-chiiki-fukushi")
    actors = {}
    for code, actor in rows.values_list("measure__code", "actor"):
        actors.setdefault(code, set()).add(actor)

    assert set(actors) == {"1-1", "1-2", "1-3", "2-1", "3-1", "3-2", "4-1", "4-2"}
    assert all(found == {"citizen", "community", "city"} for found in actors.values())


def test_six_tables_are_announced_but_absent():
    announced = Measure.objects.filter(plan__slug="kashiwa-chiiki-fukushi").exclude(
        actions_heading=""
    )

    absent = announced.filter(cocreation_actions=None).values_list("code", flat=True)

    assert set(absent) == {"2-2", "2-3", "3-3", "3-4", "4-3", "4-4"}


def test_eight_of_the_fourteen_goals_can_be_judged_once_there_are_values():
    targets = Target.objects.filter(plan__slug="kashiwa-chiiki-fukushi")

    states = {
        "no baseline": targets.filter(goal_state="set", baseline_value=None).count(),
        "undecided": targets.filter(goal_state="undecided").count(),
        "monitor": targets.filter(evaluation_mode="monitor").count(),
        "units differ": targets.filter(
            baseline_unit="人／年", goal_unit="回／年"
        ).count(),
    }

    assert states == {
        "no baseline": 3,
        "undecided": 1,
        "monitor": 1,
        "units differ": 1,
    }


def test_appeals_and_voices_are_all_there():
    appeals = CocreationAction.objects.exclude(appeal="").values_list(
        "appeal", flat=True
    )

    assert len(appeals) == 8
    assert sum(len(appeal.splitlines()) for appeal in appeals) == 23
    assert Voice.objects.count() == 4


def test_every_level_target_and_survey_says_where_it_was_printed():
    for model in (BasicPolicy, Measure, Initiative, Target, SurveyIndicator):
        assert not model.objects.filter(source_heading="").exists(), model


def test_the_windows_are_those_that_the_sources_name():
    windows = ConsultationWindow.objects.values_list("plan__slug", "kind", "name")

    assert sorted(windows) == sorted(
        [
            ("kashiwa-hashira-1", "activity", "ボランティアセンター（市社協）"),
            ("kashiwa-hashira-1", "activity", "柏市民活動センター（市）"),
            ("kashiwa-shakyo-3", "related", "社会福祉法人 柏市社会福祉協議会"),
            ("kita-ku", "activity", "北区まちづくりセンター"),
            ("kita-ku", "activity", "北区子ども・子育てプラザ"),
            ("kashiwa-chiiki-fukushi", "window", "福祉の総合相談窓口"),
            ("kashiwa-chiiki-fukushi", "service", "妊婦等包括相談支援事業"),
            ("kashiwa-chiiki-fukushi", "window", "地域子育て支援拠点"),
            ("kashiwa-chiiki-fukushi", "activity", "ラコルタ柏(教育福祉会館)"),
            ("kashiwa-chiiki-fukushi", "related", "地域包括支援センター"),
            (
                "kashiwa-chiiki-fukushi",
                "planned",
                "(仮称)柏市こども・若者相談センター",
            ),
            ("kashiwa-saihan-boshi", "related", "保護司及び保護司会"),
            ("kashiwa-juso", "window", "福祉の総合相談窓口"),
            ("okegawa-shakyo-6", "window", "福祉総合相談窓口"),
            ("okegawa-shakyo-6", "related", "地域包括支援センター"),
            ("okegawa-shakyo-6", "related", "相談支援センター"),
            ("okegawa-shakyo-6", "service", "市社協・県社協の各種資金貸付"),
            (
                "okegawa-shakyo-6",
                "service",
                "あんしんセーフティネットやフードパントリー、善意銀行などによる食糧援助",
            ),
            ("okegawa-shakyo-6", "activity", "社会福祉協議会"),
        ]
    )


def test_every_word_of_a_window_stands_in_one_line_of_its_source():
    """No sentence is joined of two places, such as the cells of a table."""
    for window in ConsultationWindow.objects.select_related("plan__source_document"):
        printed = [
            squeezed(line) for line in content_lines(window.plan.source_document.code)
        ]

        about = window.about.splitlines()
        for words in (window.name, window.for_whom, window.contact, *about):
            assert any(squeezed(words) in line for line in printed), words
        assert window.for_whom in window.about
        assert window.source_heading


def test_every_promise_is_sorted_under_a_theme():
    # 基盤強化 and 組織の強化: the council's own money and boards.
    without = [
        (record.plan.slug, record.code)
        for model in (Measure, Initiative, CocreationAction)
        for record in model.objects.filter(themes="").select_related("plan")
    ]
    policies = BasicPolicy.objects.filter(measures=None)

    assert without == [("okegawa-shakyo-6", "4-2"), ("okegawa-shakyo-6", "4-2-2")]
    assert not policies.filter(themes="")


def test_every_theme_is_used_and_the_fixtures_name_them_in_their_order():
    order = list(Theme.objects.values_list("slug", flat=True))

    assert len(order) == 15
    assert [slug for slug in order if not uses_of(slug)] == []
    for model in (BasicPolicy, Measure, Initiative, CocreationAction):
        for themes in model.objects.values_list("themes", flat=True):
            slugs = themes.split()
            assert slugs == sorted(slugs, key=order.index), themes
