"""Passwords, and all that lets somebody in as a password does."""

import re

_NAME = r"(?:password\w{0,20}|secret\w{0,20}|passwd|token|sessionid)"
# Also inside a text within a text, where quotes have a backslash before them.
_ENDS = r"\\{0,3}[\"']?\s*(?:[=:]|%3[ad])\s*"
_QUOTED = r"[bru]?(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')"
_QUOTED_WITHIN = r"(?P<quote>\\{1,3}[\"']).*?(?P=quote)"
# A password may have blanks: without quotes it goes on until something else is named.
_BARE = r"[^\s&]+(?:[ \t]+(?![\"']?[\w.-]{1,40}[\"']?[=:])[^\s&]+)*"

CUTS = (
    (re.compile(r"(/password/set/)[^\s\"'?]+"), r"\1[cut]"),
    # Of an address; a password may hold an @ too.
    (re.compile(r"(://)[^/\s\"']*@"), r"\1[cut]@"),
    # These go on to the end of the line, in words of their own.
    (
        re.compile(r"(?i)((?:authorization|cookie)\\{0,3}[\"']?\s*[=:]).*"),
        r"\1 [cut]",
    ),
    (
        re.compile(rf"(?i)({_NAME}{_ENDS})(?:{_QUOTED}|{_QUOTED_WITHIN}|{_BARE})"),
        r"\1[cut]",
    ),
    (re.compile(r"([?&](?:code|state)=)[^\s&]+"), r"\1[cut]"),
)
