"""Survey waves and committee opinions, entered by the planning section."""
