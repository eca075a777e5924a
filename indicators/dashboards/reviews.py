"""担当課評価 of a year: the progress of plans that have no numbers.

A review is of the lowest level that the plan has there: an initiative, or a measure or
policy with none below it. Only published ones are read.
"""

from collections import Counter, defaultdict

from django.db.models import CharField, Exists, F, OuterRef, Q
from django.db.models.functions import Cast

from indicators.dashboards.counts import bar_pieces
from initiatives.models import Initiative, Review
from plans.addresses import address_of
from plans.fiscal_year import era_text
from plans.models import Measure, Plan
from plans.parts import part

_LEVELS = (
    ("policy", "policy-detail"),
    ("measure", "measure-detail"),
    ("initiative", "initiative-detail"),
)
_UNWRITTEN = "未記入"
_RATINGS = tuple(Review.Rating)


def review_part(plans):
    """The published reviews of some plans, each of the lowest level there is."""
    has_initiatives = Exists(Initiative.objects.filter(measure=OuterRef("measure")))
    has_measures = Exists(Measure.objects.filter(policy=OuterRef("policy")))
    return part(
        "review",
        Review.objects.filter(
            Q(initiative__isnull=False)
            | (Q(measure__isnull=False) & ~has_initiatives)
            | (Q(policy__isnull=False) & ~has_measures),
            plan__in=plans,
            state=Review.State.PUBLISHED,
        ).annotate(code=Cast("pk", CharField()), position=F("fiscal_year")),
        plan_id="plan_id",
        policy="policy_id",
        measure="measure_id",
        initiative="initiative_id",
        year="fiscal_year",
        rating="rating",
        comment="comment",
    )


def review_years(rows: list[dict]) -> list[int]:
    return sorted({row["year"] for row in rows})


def review_board(parts: dict, plan: Plan, year: int, keeps, *, is_over: bool) -> dict:
    """The reviews of the year by policy; `keeps` chooses among the subjects.

    `is_over`: the plan has ended.
    """
    written = {_subject_of(row): row for row in _of_year(parts["review"], year)}
    groups, ratings = [], []
    for policy, subjects in _subjects(parts):
        chosen = [each for each in subjects if keeps(policy, each[1])]
        if not chosen:
            continue
        found = [written.get((kind, row["id"])) for kind, row, _ in chosen]
        ratings += [row["rating"] if row else "" for row in found]
        rows = zip(chosen, found, strict=True)
        groups.append(_group(policy, [_row(plan, *each) for each in rows]))
    return {
        "is_written": any(ratings),
        "sentence": review_sentence(ratings, year, is_over=is_over),
        "tiles": _tiles(ratings) if any(ratings) else [],
        "groups": groups,
        "subject_count": len(ratings),
    }


def review_sentence(ratings: list[str], year: int, *, is_over: bool) -> str:
    """How many reviews of the year are public; "" stands for one not written."""
    year, done = era_text(year), sum(map(bool, ratings))
    if done:
        return (
            f"{year}の担当課評価は、{len(ratings):,}件のうち{done:,}件が公表済みです。"
        )
    if is_over:
        return f"{year}の担当課評価は、このサイトに登録されていません。"
    return f"{year}の担当課評価は、まだ書かれていません。"


def ratings_key(ratings: list[str]) -> list[dict]:
    """A 計画を上回る：2件 and so on, 未記入 last: the key of a bar of reviews."""
    counted = Counter(ratings)
    rows = [(each.value, f"{each.value} {each.label}", "rating") for each in _RATINGS]
    rows.append(("", _UNWRITTEN, "none"))
    return [
        {
            "symbol": "－" if css == "none" else "",
            "word": word,
            "css": css,
            "count": f"{counted[letter]:,}件",
            "made_of": "",
        }
        for letter, word, css in rows
        if counted[letter]
    ]


def _of_year(rows, year):
    return [row for row in rows if row["year"] == year]


def _subject_of(row):
    return next((kind, row[kind]) for kind, _ in reversed(_LEVELS) if row[kind])


def _subjects(parts):
    """Each policy with the records of the lowest level below it, in their order.

    An initiative comes with its measure: ① alone could be any of many.
    """
    initiatives, measures = defaultdict(list), defaultdict(list)
    for row in parts["initiative"]:
        initiatives[row["measure_id"]].append(row)
    for row in parts["measure"]:
        below = [("initiative", each, row) for each in initiatives[row["id"]]]
        measures[row["policy_id"]] += below or [("measure", row, None)]
    for row in parts["policy"]:
        yield row, measures[row["id"]] or [("policy", row, None)]


def _row(plan, subject, review):
    kind, row, measure = subject
    return {
        "kind": kind,
        "measure": name_of(measure) if measure else "",
        "label": row["label"],
        "title": row["title"],
        "url": address_of(dict(_LEVELS)[kind], plan.slug, row["code"]),
        "letter": review["rating"] if review else "",
        "word": Review.Rating(review["rating"]).label if review else "",
        "comment": review["comment"] if review else "",
    }


def name_of(row: dict) -> str:
    """基本施策1 地域での支えあい: what is printed of label and title."""
    return " ".join(filter(None, (row["label"], row["title"])))


def _group(policy, rows):
    letters = [row["letter"] for row in rows]
    counted = Counter(letters)
    pieces = [
        (each.value, "rating", counted[each.value])
        for each in _RATINGS
        if counted[each.value]
    ]
    if counted[""]:
        pieces.append(("－", "none", counted[""]))
    return {
        "label": policy["label"],
        "title": policy["title"],
        "rows": rows,
        "pieces": bar_pieces(pieces, len(rows)),
        "key": ratings_key(letters),
    }


def _tiles(ratings):
    counted = Counter(ratings)
    rows = [(each.value, each.label) for each in _RATINGS]
    return [
        {"count": f"{counted[letter]:,}", "letter": letter, "word": word}
        for letter, word in rows
    ] + [{"count": f"{counted['']:,}", "letter": "", "word": _UNWRITTEN}]
