"""What is cut from the lines of a log, a file for each kind.

Every line passes here, also those that visitors choose the words of. So no pattern may
go over the same letters again and again: repeats are bounded, or what they step over
cannot be the start of another match.
"""

from welfare_plan.log_cuts import databases, passwords, people, visitors

# Passwords before people: the one in an address would else be half a mail address.
CUTS = (*databases.CUTS, *passwords.CUTS, *visitors.CUTS, *people.CUTS)


def without_private_data(text: str) -> str:
    for pattern, instead in CUTS:
        text = pattern.sub(instead, text)
    return text
