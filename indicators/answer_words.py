"""An answer as it stands, in words, whatever its state."""

from indicators.figures import figure_text


def value_text(observation) -> str:
    """940人／年, the words for a value that is no number, or ― for none yet."""
    if observation.value_state:
        return observation.get_value_state_display()
    if observation.value is None:
        return "―"
    target = observation.target
    unit = target.goal_unit or target.baseline_unit
    return figure_text(observation.value, target.decimals, unit)
