"""An invented nation: as many municipalities as there are, none of them real."""
