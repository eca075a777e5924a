"""中間見直し on the staff's screens: several goals chosen, replaced, seen first."""
