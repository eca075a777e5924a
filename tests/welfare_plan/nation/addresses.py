"""Addresses of every type of page of a site with an invented nation."""

CODE = "018015"  # the first municipality of every nation
_PLAN = f"/plans/sample-{CODE}-chiiki-fukushi/"
LISTS = (
    "/",
    "/prefectures/",
    "/prefectures/01/",
    "/cities/",
    "/consult/",
    "/actions/",
    "/actions/?prefecture=01",
    "/glossary/",
    "/sources/",
    "/about/",
    "/terms/",
    "/contact/",
    "/accessibility/",
    "/data/",
    "/search/?q=見守り",
    "/search/?q=サンプル 見守り",
)
OF_ONE_CITY = (
    f"/cities/{CODE}/",
    f"/consult/?city={CODE}",
    f"/actions/?city={CODE}",
    f"/glossary/?city={CODE}",
    f"/search/?city={CODE}&q=見守り",
    f"{_PLAN}source-notes/",
)
# A plan, dashboards and what gathers their values.
DASHBOARDS = (
    "/dashboard/",
    "/dashboard/?prefecture=01",
    "/themes/elderly/",
    "/history/",
    _PLAN,
    f"{_PLAN}dashboard/",
    f"{_PLAN}glossary/",
    f"{_PLAN}targets/1-1-1/",
    f"{_PLAN}history/",
)
