from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from welfare_plan.plan_files.errors import PlanFileError
from welfare_plan.plan_files.loading import load_plan_file


def _files_of(folder):
    """The themes first, since the records of plans name them; then by name."""
    paths = folder.glob("*.yaml")
    return sorted(paths, key=lambda path: (path.name != "themes.yaml", path.name))


class Command(BaseCommand):
    help = (
        "Load plan files (all of fixtures/ by default). Edited records are left alone; "
        "a file with a fault changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument(
            "--remove",
            action="store_true",
            help="delete unedited, unused records that a file no longer holds",
        )

    def handle(self, *, files, remove, verbosity, **options):
        paths = files or _files_of(settings.BASE_DIR / "fixtures")
        names = frozenset(path.name for path in paths)
        for path in paths:
            try:
                report = load_plan_file(path, may_remove=remove, beside=names)
            except PlanFileError as error:
                raise CommandError(str(error)) from error
            if verbosity:
                self.stdout.write(
                    f"{path.name}：追加{report.created}件、更新{report.updated}件、"
                    f"削除{report.removed}件、変更なし{report.unchanged}件、"
                    f"編集済みのため残した{len(report.left_alone)}件"
                )
                for line in report.left_alone:
                    self.stdout.write(f"  残しました：{line}")
