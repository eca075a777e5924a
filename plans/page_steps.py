"""The pages before and after one page of a list that is counted."""

from collections.abc import Callable

from django.core.paginator import Page


def page_steps(page: Page, address: Callable[[int], str]) -> dict:
    """As components/pager.html shows them; `address` gives that of a page's number."""

    def step(number):
        return {
            "url": address(number),
            "title": f"{number:,}ページ目（全{page.paginator.num_pages:,}ページ）",
        }

    return {
        "previous": step(page.previous_page_number()) if page.has_previous() else None,
        "next": step(page.next_page_number()) if page.has_next() else None,
    }


def page_steps_of(page: Page, query) -> dict:
    """`page_steps` that keep all else that was asked for (a QueryDict)."""

    def address(number):
        asked = query.copy()
        asked["page"] = number
        return f"?{asked.urlencode()}"

    return page_steps(page, address)
