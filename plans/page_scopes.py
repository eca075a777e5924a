"""The scopes of published content: what a page was made from, what an edit changes.

A page is true as long as the revisions of its scopes stand (plans.publishing). A scope
too many costs a rendering; one too few shows what is no longer so, which
PAGE_CACHE_VERIFY finds.
"""

# Header, footer, words, readings, and the banner for samples: on every page.
SITE = "site"


def plan_scope(slug: str) -> str:
    return f"plan:{slug}"


def publisher_scope(slug: str) -> str:
    return f"publisher:{slug}"


def scopes_of_page(plan, *others) -> tuple[str, ...]:
    """Those of a page of the plan that also shows `others`, plans or publishers.

    None among these stands for what the plan does not have.
    """
    named = {record.own_scope for record in (plan, *others) if record is not None}
    return (SITE, *sorted(named))


def with_banner(scopes: set[str], row) -> set[str]:
    """The scopes of an edit of the row: of a sample, every page has its banner."""
    return scopes | {SITE} if row.is_sample else scopes
