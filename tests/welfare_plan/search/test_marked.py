"""The markup of a text with hits in it."""

from welfare_plan.search.excerpts import marked as pieces_of
from welfare_plan.templatetags.marked import marked


def test_hits_are_marked_and_markup_of_the_text_is_shown_and_not_obeyed():
    pieces = pieces_of("<b>介護</b>&防災", ["介護"])

    assert marked(pieces) == "&lt;b&gt;<mark>介護</mark>&lt;/b&gt;&amp;防災"


def test_nothing_is_nothing():
    assert marked([]) == ""
