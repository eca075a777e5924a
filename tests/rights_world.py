"""The records with which every address of the site is tried, and who tries them.

A new screen adds a line to docs/rights.csv and, where its address names a record that
is not here yet, a line to FILLED.
"""

import re
from datetime import date
from functools import partial

from django.apps import apps
from django.urls import URLPattern, get_resolver

from indicators.models import Evidence, SheetImport
from indicators.reports.content import report_content
from tests import factories, staff_records, value_records
from tests.admin.samples import ALL
from tests.indicators.published import publish_value
from tests.initiatives.records import a_department
from tests.plans.records import a_note
from tests.welfare_plan.new_plans.workbooks import a_plan_import

ANYBODY = "公開"
ROLES = ("担当課（自分の課）", "担当課（ほかの課）", "計画担当", "閲覧", "管理者")
DRAFT = "下書きの計画"
OTHERS = "ほかの課の根拠"

# Patterns of the admin that are regular expressions, with an address that they fit.
_EXPRESSIONS = {
    "^(?P<app_label>plans|initiatives|indicators)/$": "plans/",
    "(?P<url>.*)$": "nowhere/",
}
# How to make a record that the admin shows, beside those of tests.admin.samples.
_ADMIN_RECORDS = {
    "review": value_records.a_review,
    "committeeopinion": value_records.an_opinion,
    "observation": value_records.an_observation,
    "goalrevision": value_records.a_revision,
    "milestone": value_records.a_milestone,
    "judgementsettings": value_records.settings_of_a_plan,
    "surveywave": value_records.a_wave,
    "surveyresult": value_records.a_result,
    "councilreport": value_records.a_report,
    "publishedvalue": lambda: publish_value(
        factories.a_target(), 2024, "940"
    ).publications.get(),
    "collectionround": staff_records.a_round,
    "rounditem": lambda: staff_records.an_item(target=factories.a_target()),
}


def routes() -> list[str]:
    """Every address pattern of the site, in the order in which they are looked at."""
    return list(_routes(get_resolver().url_patterns, ""))


def _routes(patterns, prefix):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from _routes(pattern.url_patterns, route)


class World:
    """One plan with one of everything, a draft beside it, and a person of each role."""

    def __init__(self):
        self.own = a_department(name="自分の課")
        self.plans = {
            "": _a_whole_plan(self.own),
            DRAFT: _a_whole_plan(self.own, state="draft"),
        }
        other = a_department(self.own.publisher, name="ほかの課")
        member = partial(staff_records.a_person, "担当課")
        self.people = {ANYBODY: None} | dict(
            zip(
                ROLES,
                [
                    member(self.own),
                    member(other),
                    staff_records.a_person("計画担当", is_staff=True),
                    staff_records.a_person("閲覧", is_staff=True),
                    staff_records.a_person("管理者"),
                ],
                strict=True,
            )
        )
        # A second 管理者, so that the first is not the last.
        self.somebody = staff_records.a_person("管理者")
        self.chief = staff_records.a_person(None, is_superuser=True, is_staff=True)
        self.round = staff_records.a_round(self.own.publisher)
        self.item = staff_records.an_item(
            self.round,
            target=self.plans[""]["target"],
            department=self.own,
        )
        other_item = staff_records.an_item(
            self.round,
            target=factories.a_target(self.plans[""]["initiative"]),
            department=other,
        )
        self.evidence = {
            "": _an_evidence(self.item, self.somebody),
            OTHERS: _an_evidence(other_item, self.somebody),
        }
        self.imported = SheetImport.objects.create(
            round=self.round,
            uploaded_by=self.people[ROLES[0]],
            file_name="R7.xlsx",
            content={"sheets": [], "notices": [], "seen": {}},
        )
        self.note = a_note(
            self.plans[""]["plan"],
            about_kind="target",
            about_code=self.plans[""]["target"].code,
        )
        self.plan_import = a_plan_import()
        self.wave = value_records.a_wave(plan=self.plans[""]["plan"], state="draft")
        self._admin_records = {}

    def address(self, route: str, case: str) -> str:
        """A pattern with its gaps filled by records of the world."""
        filled = self._values(route, case)
        for expression, text in _EXPRESSIONS.items():
            route = route.replace(expression, text)
        path = re.sub(
            r"<(?:\w+:)?(\w+)>", lambda found: str(filled[found.group(1)]), route
        )
        return f"/{path}"

    def _values(self, route, case):
        if route.startswith("admin/r/"):
            return {"content_type_id": 1, "object_id": 1}
        if found := re.match(r"admin/(\w+)/(\w+)/<", route):
            return {"object_id": self._admin_record(*found.groups()).pk}
        for beginning, fill in FILLED.items():
            if route.startswith(beginning):
                return fill(self, case)
        return {}

    def _admin_record(self, app, name):
        """Made once, and outside of any request."""
        if name not in self._admin_records:
            makers = {model._meta.model_name: make for model, (make, _) in ALL.items()}
            make = {**makers, **_ADMIN_RECORDS}.get(name)
            model = apps.get_model(app, name)
            self._admin_records[name] = make() if make else model.objects.first()
        return self._admin_records[name]


def _a_whole_plan(department, **values):
    plan = factories.a_plan(publisher=department.publisher, **values)
    policy = factories.a_policy(plan)
    initiative = factories.an_initiative(
        factories.a_measure(policy), department=department
    )
    target = factories.a_target(initiative)
    content = report_content(plan, 2025, as_of=date(2026, 10, 1))
    value_records.a_report(plan=plan, content=content)
    return {
        "plan": plan,
        "policy": policy,
        "measure": initiative.measure,
        "initiative": initiative,
        "target": target,
        "survey": factories.a_survey_indicator(policy),
    }


def _of_plan(kind):
    """The gaps of an address below a plan: its name and the code of one record."""

    def fill(world, case):
        records = world.plans[DRAFT if case == DRAFT else ""]
        code = getattr(records[kind], "code", "")
        return {"plan_slug": records["plan"].slug, "code": code}

    return fill


def _of_department(world, case):
    return {**_of_plan("plan")(world, case), "code": world.own.code}


def _of_report(world, case):
    year = "R6" if case == "議会資料のない年度" else "R7"
    return {**_of_plan("plan")(world, case), "year": year}


def _of_person(world, case):
    return {"pk": world.chief.pk if case == "全権の人" else world.somebody.pk}


def _of_record(name):
    return lambda world, case: {"pk": getattr(world, name).pk}


def _of_year(world, case):
    return {**_of_plan("plan")(world, case), "fiscal_year": 2025}


def _an_evidence(item, person):
    """Its file is nowhere: who may have it finds nothing, others are refused."""
    return Evidence.objects.create(
        item=item, file="lost.pdf", name="lost.pdf", added_by=person
    )


def _of_theme(world, case):
    return {"slug": "unknown" if case == "知らないテーマ" else "disaster"}


def _of_file(world, case):
    table = "unknown" if case == "知らない表" else "targets"
    names = {"file_name": "plans.csv", "table_name": table}
    return {**_of_plan("plan")(world, case), **names}


def _of_api(kind, gap=None):
    """The same for programs, where the plan is called by the name of its id."""

    def fill(world, case):
        own = _of_plan(kind)(world, case)
        return {"plan_id": own["plan_slug"], gap: own["code"]}

    return fill


# Beginning of a pattern: what fills its gaps. The first that fits is taken.
FILLED = {
    "plans/<slug:plan_slug>/policies/": _of_plan("policy"),
    "plans/<slug:plan_slug>/measures/": _of_plan("measure"),
    "plans/<slug:plan_slug>/initiatives/": _of_plan("initiative"),
    "plans/<slug:plan_slug>/targets/": _of_plan("target"),
    "plans/<slug:plan_slug>/surveys/": _of_plan("survey"),
    "plans/<slug:plan_slug>/departments/": _of_department,
    "plans/<slug:plan_slug>/reports/<": _of_report,
    "plans/<slug:plan_slug>/": _of_plan("plan"),
    "data/": _of_file,
    "sitemap-<": lambda world, case: {"section": "plans-1"},
    "api/v1/plans/<": _of_api("plan"),
    "api/v1/targets/<": _of_api("target", "target_code"),
    "api/v1/survey_indicators/<": _of_api("survey", "indicator_code"),
    "api/v1/docs/<": lambda world, case: {"name": "target"},
    "api/<": lambda world, case: {"rest": "nowhere"},
    "themes/<": _of_theme,
    "prefectures/<": lambda world, case: {"code": "12"},
    "cities/<": lambda world, case: {"name": world.own.publisher.address_name},
    "embed/targets/": _of_plan("target"),
    "embed/policies/": _of_plan("policy"),
    "staff/people/<": _of_person,
    "staff/city-login/<": lambda world, case: {"provider_id": "city"},
    "staff/rounds/<": _of_record("round"),
    "staff/figures/<": _of_record("round"),
    "staff/imports/<": _of_record("imported"),
    "staff/evidence/<": lambda world, case: {"pk": world.evidence[case].pk},
    "staff/notes/<": _of_record("note"),
    "staff/surveys/<slug": _of_plan("plan"),
    "staff/surveys/<int": _of_record("wave"),
    "staff/opinions/<": _of_year,
    "staff/goals/<": _of_plan("plan"),
    "staff/plans/imports/<": _of_record("plan_import"),
    "staff/plans/<": _of_plan("plan"),
    "staff/guide/<": lambda world, case: {"role": "department"},
    "staff/password/set/": lambda world, case: {"uidb64": "MQ", "token": "a-b"},
}
