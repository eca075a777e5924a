"""Why an import is not confirmed. Nothing has been stored then."""


class Refused(Exception):
    """Nothing was stored; the message says why, in words."""

    status = 200
    keeps_ticks = True


class NotAsLookedAt(Refused):
    """What the file would do is no longer what the preview showed."""

    status = 409
    keeps_ticks = False


class NotReady(Refused):
    """Some answers may not be handed in: `problems` are (row, sentence)."""

    def __init__(self, problems):
        super().__init__(
            f"{len(problems)}行は、まだ提出できません。何も保存していません。"
            "シートを直してもう一度取り込むか、先に下書きに保存してください。"
        )
        self.problems = problems
