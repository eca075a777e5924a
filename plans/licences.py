"""Where each licence stands in full, and the name that machines know it by."""

from plans.models import Publisher

LICENCE_TEXTS = {
    Publisher.Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.ja",
    Publisher.Licence.PDL: "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
}
# One address for each licence, as catalogues compare them.
LICENCE_IDS = {
    Publisher.Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Publisher.Licence.PDL: LICENCE_TEXTS[Publisher.Licence.PDL],
}
# https://opendefinition.org/licenses/ and the name of Japan's own
LICENCE_NAMES = {Publisher.Licence.CC_BY: "CC-BY-4.0", Publisher.Licence.PDL: "PDL1.0"}
