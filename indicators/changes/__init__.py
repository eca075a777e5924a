"""What residents are told of targets, their values and the surveys."""
