"""The council's pack: a summary and one sheet a policy, live until it is frozen."""
