from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from plans.furigana.file import ReadingFileError, load_readings


class Command(BaseCommand):
    help = (
        "Load the readings of fixtures/readings.csv. What staff have added, changed or "
        "deleted is left alone; a file with a fault changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file",
            nargs="?",
            type=Path,
            default=settings.BASE_DIR / "fixtures" / "readings.csv",
        )

    def handle(self, *, file, verbosity, **options):
        try:
            loaded = load_readings(file)
        except ReadingFileError as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(
                f"ふりがな：追加{loaded.created}件、更新{loaded.updated}件、"
                f"削除{loaded.removed}件、職員が直したため残した{loaded.left_alone}件"
            )
