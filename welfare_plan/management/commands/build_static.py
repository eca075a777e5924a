from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from welfare_plan.static_site.building import build_static
from welfare_plan.static_site.errors import StaticSiteError


class Command(BaseCommand):
    help = (
        "Write all public pages as files with relative links, for a host without this "
        "server or for an archive. Replaces an earlier export as a whole."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument(
            "--plan",
            default="",
            metavar="SLUG",
            help="only this plan, such as a term that has ended",
        )
        parser.add_argument(
            "--without-furigana",
            action="store_true",
            help="leave out the second form of every page; takes a third of the time",
        )

    def handle(self, *, folder, plan, without_furigana, verbosity, **options):
        try:
            built = build_static(folder, plan=plan, furigana=not without_furigana)
        except StaticSiteError as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(
                f"{folder}：ページ{built.pages:,}件、"
                f"すべてのファイル{built.files:,}件を書き出しました。"
            )
