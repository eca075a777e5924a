from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.restoring import restore


class Command(BaseCommand):
    help = (
        "Put the site back as a backup has it, all or nothing. Everybody has to log in "
        "again."
    )

    # The checks would ask a database that may be broken.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="give up what the database holds now",
        )

    def handle(self, *, folder, replace, verbosity, **options):
        try:
            restored = restore(folder, replace=replace)
        except BackupError as error:
            raise CommandError(str(error)) from error
        if verbosity:
            manifest = restored.manifest
            records = sum(manifest.counts.values())
            self.stdout.write(
                f"{manifest.made_at} の内容（{records:,}件の記録、"
                f"添付ファイル{restored.files:,}件を追加）に戻しました。"
            )
        if restored.needs_migration:
            self.stdout.write(
                f"前の版（{restored.manifest.release}）のデータです。"
                "次に manage.py migrate を実行してください。"
            )
