from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.making import make_backup


class Command(BaseCommand):
    help = (
        "Put the database and the evidence aside, in a new folder in DIR, while the "
        "site goes on."
    )

    def add_arguments(self, parser):
        parser.add_argument("place", type=Path, metavar="DIR")
        parser.add_argument(
            "--keep",
            type=int,
            default=0,
            metavar="N",
            help="delete older backups, so that N stay; all stay without it",
        )

    def handle(self, *, place, keep, verbosity, **options):
        if keep < 0:
            raise CommandError("--keep には、1以上の数を指定してください。")
        try:
            made = make_backup(place, keep=keep)
        except BackupError as error:
            raise CommandError(str(error)) from error
        if verbosity:
            files = len(made.manifest.files) - 1
            self.stdout.write(
                f"{made.folder}：データベースと添付ファイル{files:,}件、"
                f"{made.bytes:,}バイトを控えました。"
            )
