from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from welfare_plan.round_trip.errors import RoundTripError
from welfare_plan.round_trip.importing import import_site


class Command(BaseCommand):
    help = (
        "Make the site of an export in an empty, migrated database: all or nothing. "
        "Nobody can log in before `createsuperuser`."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *, folder, verbosity, **options):
        try:
            manifest = import_site(folder)
        except RoundTripError as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(
                f"{manifest.records:,}件の記録を取り込みました。"
                "職員と添付ファイルは入っていません。"
                "次に manage.py createsuperuser で、最初の職員を作ってください。"
            )
