from django.core.management.base import BaseCommand, CommandError

from welfare_plan.open_data.downloads import CATALOGUE, download_named, names_of
from welfare_plan.open_data.editions import edition_of
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.storage import open_file

# In seconds. A visitor may just be waiting for the same file, longer than others could.
PATIENCE = 600


class Command(BaseCommand):
    """Else a file is written while its first visitor waits, who is given up after a
    while: with the values of a whole nation it would never be finished.
    """

    help = "すべての計画のダウンロード用ファイルを、求められる前に書いておきます。"

    def handle(self, **options):
        scope = Scope()
        downloads = [download_named(name, scope) for name in names_of(scope)]
        for download in (*downloads, CATALOGUE):
            try:
                _, file = open_file(edition_of(scope), download, patience=PATIENCE)
            except OSError as error:
                raise CommandError(
                    f"{download.name}を書けませんでした（{error.strerror or error}）。"
                    "OPEN_DATA_DIRの空き容量と書き込みの権限を確かめてから、"
                    "もう一度実行してください。"
                ) from error
            file.close()
        if options["verbosity"]:
            self.stdout.write(f"{len(downloads) + 1:,}個のファイルがそろいました。")
