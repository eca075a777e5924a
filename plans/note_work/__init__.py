"""Source notes as a list of work: accept, correct or dismiss each."""
