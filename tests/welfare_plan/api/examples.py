"""The examples in the description: what the site answers to these addresses.

    WRITE_API=1 python -m pytest tests/welfare_plan/api/test_openapi.py

writes them, and docs/openapi.json, anew.
"""

import json
import os

from tests.welfare_plan.api.answers import API, get

WRITE = "WRITE_API"
KASHIWA, MIHON = "kashiwa-chiiki-fukushi", "mihon-shi-chiiki-fukushi"
ADDRESSES = {
    "plans": "plans?limit=1",
    "plan": f"plans/{KASHIWA}",
    "plan_tree": "plans/kashiwa-juso/tree",
    "policies": f"policies?plan_id={KASHIWA}&limit=1",
    "measures": f"measures?policy_id={KASHIWA}/1&limit=1",
    "initiatives": "initiatives?q=出前講座&limit=1",
    "targets": f"targets?plan_id={KASHIWA}&fiscal_year=2025&limit=1",
    "target": f"targets/{KASHIWA}/4-1",
    "observations": f"observations?plan_id={KASHIWA}&fiscal_year=2025&limit=1",
    "revisions": f"revisions?target_id={KASHIWA}/1-1&limit=1",
    "milestones": "milestones?limit=1",
    "goal_revisions": "goal_revisions?limit=1",
    "survey_indicators": f"survey_indicators?plan_id={KASHIWA}&limit=1",
    "survey_indicator": f"survey_indicators/{KASHIWA}/2-2",
    "survey_results": f"survey_results?plan_id={KASHIWA}&limit=1",
    "publishers": "publishers?limit=1",
    "reviews": "reviews?limit=1",
    "opinions": "opinions?limit=1",
    "departments": "departments?limit=1",
    "themes": "themes?limit=1",
    "search": "search?q=見守り&kind=target&limit=1",
}


def answered() -> dict:
    """What the site answers now, by operation."""
    found = {}
    for name, address in ADDRESSES.items():
        response = get(address)
        assert response.status_code == 200, address
        found[name] = {"address": f"{API}{address}", "answer": response.json()}
    return found


def write(path, value):
    text = json.dumps(value, ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8")


def is_to_be_written() -> bool:
    return bool(os.environ.get(WRITE))
