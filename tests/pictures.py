"""Takes the pictures of the README from the real site, with sample values.

Run by `make pictures`; each page carries the banner that says what its values are.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.site_server import ROOT, prepare, run_python, served, site_environment
from tests.system_packages import chromium

FOLDER = ROOT / "docs" / "pictures"
MOST_BYTES = 150_000
PICTURES = {
    "front-page": ("/", 1120, 760),
    "dashboard": ("/plans/mihon-shi-chiiki-fukushi/dashboard/", 1120, 900),
    "target-on-a-phone": ("/plans/kashiwa-chiiki-fukushi/targets/1-1/", 390, 900),
}


def main():
    with tempfile.TemporaryDirectory() as folder:
        env = site_environment(Path(folder))
        prepare(env)
        run_python(env, "manage.py", "load_samples", "--verbosity", "0")
        with served(env) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox"]
            )
            for name, (path, width, height) in PICTURES.items():
                _take(browser, FOLDER / f"{name}.png", address + path, width, height)
            browser.close()


def _take(browser, file, address, width, height):
    page = browser.new_page(
        viewport={"width": width, "height": height},
        locale="ja-JP",
        color_scheme="light",
    )
    page.goto(address)
    page.screenshot(path=file)
    page.close()
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise SystemExit(f"{file.name} has {size:,} bytes, more than {MOST_BYTES:,}.")
    print(f"{file.relative_to(ROOT)}  {size:,} bytes")


if __name__ == "__main__":
    main()
