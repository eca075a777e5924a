from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from welfare_plan.round_trip.errors import RoundTripError
from welfare_plan.round_trip.exporting import export_site


class Command(BaseCommand):
    help = (
        "Write all that the site holds, but people and private files, to a folder of "
        "readable files. Drafts are inside: keep it as you keep the database."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *, folder, verbosity, **options):
        try:
            manifest = export_site(folder)
        except RoundTripError as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(
                f"{folder} に、{len(manifest.files)}のファイル、"
                f"{manifest.records:,}件の記録を書き出しました。"
                "公開していない内容も入っています。"
            )
