class PlanFileError(Exception):
    """A plan file that cannot be loaded, in one line for the person who wrote it."""

    def __init__(self, message, *, file_name, line=None, record="", field=""):
        where = file_name
        if line:
            where += f" {line}行目"
        if record:
            where += f" {record}"
        if field:
            where += f" の {field}"
        super().__init__(" ".join(f"{where}：{message}".split()))
