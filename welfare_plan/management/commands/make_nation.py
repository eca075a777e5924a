from django.core.management.base import BaseCommand, CommandError

from welfare_plan.nation.making import NationError, make_nation
from welfare_plan.nation.municipalities import TOTAL


class Command(BaseCommand):
    help = (
        "Fill the database with an invented nation: municipalities with three plans "
        "each and seven years of sample values. Never for a database with real values."
    )

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--municipalities", type=int, default=TOTAL)
        parser.add_argument(
            "--beside-others",
            action="store_true",
            help="also where there are other values already",
        )

    def handle(self, *, seed, municipalities, beside_others, verbosity, **options):
        def tell(done):
            if verbosity and (done % 100 == 0 or done == municipalities):
                self.stdout.write(f"市区町村：{done:,}／{municipalities:,}")

        try:
            plans = make_nation(
                municipalities, seed=seed, beside_others=beside_others, tell=tell
            )
        except (NationError, ValueError) as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(f"架空の計画：{plans:,}件")
