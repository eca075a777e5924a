"""Zip files that are the same bytes whenever, and wherever, they are written."""

import shutil
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest moment that a zip file can name.
NO_MOMENT = (1980, 1, 1, 0, 0, 0)


class SteadyZip(ZipFile):
    """A ZipFile whose members name no moment."""

    def __init__(self, out):
        super().__init__(out, "w", ZIP_DEFLATED, allowZip64=True)

    def member(self, name: str):
        """A stream to write a member of any size to."""
        return self.open(_info(name), "w", force_zip64=True)

    def writestr(self, name, data, *options):
        super().writestr(_info(name), data, ZIP_DEFLATED)

    def write(self, filename, arcname, *options):
        with open(filename, "rb") as source, self.member(arcname) as out:
            shutil.copyfileobj(source, out)


def _info(name):
    info = ZipInfo(name, NO_MOMENT)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
