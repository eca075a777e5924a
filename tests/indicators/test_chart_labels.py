from indicators.charting.labels import Label, Spot, place_labels
from indicators.charting.shapes import Line, Mark


def test_labels_take_turns_and_the_one_without_room_on_a_phone_is_marked():
    first = Label("129,651", (Spot(20, 100),))
    beside = Label("131,200", (Spot(32, 100),))
    hidden = Label("130,000", (Spot(21, 101),))

    placed = place_labels([first, beside, hidden], lines=[], marks=[])

    assert [(label["text"], label["css"]) for label in placed] == [
        ("129,651", ""),
        ("131,200", "wide"),
    ]


def test_a_label_moves_to_its_second_spot_when_a_mark_is_in_the_way():
    label = Label("904", (Spot(50, 104), Spot(50, 160)))

    (placed,) = place_labels([label], lines=[], marks=[Mark("past", 50, 100)])

    assert placed["y"] == "160.0"


def test_a_label_moves_aside_when_a_line_runs_through_its_first_spot():
    falling = Line("real", 0, 20, 50, 100)
    label = Label("904", (Spot(50, 91), Spot(50, 91, "start", 3)))

    (placed,) = place_labels([label], lines=[falling], marks=[])

    assert (placed["anchor"], placed["dx"]) == ("start", "3")


def test_a_label_without_any_room_is_left_out():
    level = Line("goal", 0, 100, 100, 100)

    assert place_labels([Label("904", (Spot(50, 104),))], [level], []) == []
