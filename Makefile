# The README's commands. Needs Python 3.11 or newer, pip and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py

# What a developer has set for `make run` must not change what is tested.
TEST_ENV := SITE_URL= DATABASE_URL= ALLOWED_HOSTS=localhost,127.0.0.1 DEBUG=false LOG_LEVEL=INFO

.PHONY: setup run demo test test-long drill bench audit accessibility pictures lint lock

# Everything that `make run` needs; nothing is done twice.
setup: $(VENV)/base.stamp var/secret_key

# Serves http://127.0.0.1:8000 with all plans loaded. Ctrl-C stops it.
run: setup
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_plans
	@$(MANAGE) load_readings
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@exec $(BIN)/gunicorn --config welfare_plan/gunicorn.py

# The same with sample values, in a database of its own unless DATABASE_URL names one.
# Every page says that they are samples.
demo: export DATABASE_URL := $(or $(DATABASE_URL),sqlite:///$(CURDIR)/var/demo.sqlite3)
demo: setup
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_plans
	@$(MANAGE) load_readings
	@$(MANAGE) load_samples
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@exec $(BIN)/gunicorn --config welfare_plan/gunicorn.py

# Style, then the tests on SQLite, in a real browser and on PostgreSQL, but for those that
# take ten seconds and more.
test: $(VENV)/dev.stamp var/secret_key
	@$(BIN)/python -m tests.system_packages
	$(MAKE) lint
	$(TESTS) -m "not long and not drill"
	$(TESTS) -p tests.postgresql -m "not long and $(ON_BOTH)"

# The others: every page in a browser, every address for everybody, killed processes,
# servers under load, upgrades. CI runs both.
test-long: $(VENV)/dev.stamp var/secret_key
	@$(BIN)/python -m tests.system_packages
	$(MANAGE) collectstatic --noinput --verbosity 0
	$(TESTS) -m "long and not drill"
	$(TESTS) -p tests.postgresql -m "long and $(ON_BOTH)"

TESTS = $(TEST_ENV) $(BIN)/python -m pytest -n auto
# What has servers of its own runs once.
ON_BOTH = not drill and not browser and not setup

# Faults and crowds at full size, on both databases; each prints its figures as a line of
# JSON, and docs/drills.md shows them. Only on a machine that does nothing else do the
# times mean anything; as root, also disks are filled.
drill: $(VENV)/dev.stamp var/secret_key
	$(MANAGE) collectstatic --noinput --verbosity 0
	@rm -rf var/drills
	@failed=0; \
	$(DRILL) --junitxml=var/drills/sqlite.xml -m drill || failed=1; \
	$(DRILL) --junitxml=var/drills/postgresql.xml -m "drill and not setup" -p tests.postgresql || failed=1; \
	$(BIN)/python -m tests.drills && exit $$failed

DRILL = $(TEST_ENV) $(BIN)/python -m pytest -q -n 0 --show-capture=no

# How fast pages are made and given beside a bare view and beside a stock Wagtail (which
# pip installs into a temporary folder), how fast a large file is taken in beside the stock
# flow, memory, and how much slower each page is with a nation beside it; one JSON line a
# figure. Only on a machine that does nothing else; the nation takes ten minutes to make.
bench: $(VENV)/dev.stamp var/secret_key
	$(MANAGE) collectstatic --noinput --verbosity 0
	$(TEST_ENV) $(BIN)/python -m tests.bench.pages
	$(TEST_ENV) $(BIN)/python -m tests.bench.page_cache sqlite
	$(TEST_ENV) $(BIN)/python -m tests.bench.page_cache postgresql
	$(TEST_ENV) $(BIN)/python -m tests.bench.wagtail_listing
	$(TEST_ENV) $(BIN)/python -m tests.bench.memory sqlite
	$(TEST_ENV) $(BIN)/python -m tests.bench.memory postgresql
	$(TEST_ENV) $(BIN)/python -m tests.bench.sheet_import sqlite
	$(TEST_ENV) $(BIN)/python -m tests.bench.sheet_import postgresql
	$(TEST_ENV) $(BIN)/python -m tests.bench.search sqlite
	$(TEST_ENV) $(BIN)/python -m tests.bench.search postgresql
	$(TEST_ENV) $(BIN)/python -m tests.bench.download sqlite
	$(TEST_ENV) $(BIN)/python -m tests.bench.nation

# Known vulnerabilities of what is pinned. Fails where nobody can be asked.
audit: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.audit

# Every state of every type of page in every variant, and the walks by keyboard; writes
# what the page of results shows.
accessibility: export ACCESSIBILITY_RESULTS := welfare_plan/site_pages/results.json
accessibility: $(VENV)/dev.stamp var/secret_key
	@$(BIN)/python -m tests.system_packages
	$(MANAGE) collectstatic --noinput --verbosity 0
	$(TEST_ENV) CI=true $(BIN)/python -m pytest -q -n 0 tests/browser/every_page tests/browser/test_entry.py

# Takes the README's pictures anew.
pictures: $(VENV)/dev.stamp var/secret_key
	@$(BIN)/python -m tests.system_packages
	$(MANAGE) collectstatic --noinput --verbosity 0
	$(TEST_ENV) $(BIN)/python -m tests.pictures

lint: $(VENV)/dev.stamp var/secret_key
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(MANAGE) makemigrations --check
	$(MANAGE) collectstatic --noinput --verbosity 0
	SITE_URL=https://plans.example.jp $(MANAGE) check --deploy --fail-level WARNING

# Pins every dependency again, with hashes and without the address of a registry.
lock: $(VENV)/dev.stamp
	$(PYTHON) -m pip --python $(BIN)/python install --quiet pip pip-tools
	$(call compile,base,)
	$(call compile,dev,--extra dev)

compile = $(BIN)/pip-compile --quiet --no-header --generate-hashes \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	--strip-extras --allow-unsafe $(2) -o requirements/$(1).txt pyproject.toml

# The stamp holds the lock file it was made from: a changed lock is installed again.
# pip of the system installs into the environment, so that ensurepip is not needed.
$(VENV)/%.stamp: requirements/%.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	@$(PYTHON) -m pip --python $(BIN)/python install --quiet \
		--disable-pip-version-check --require-hashes -r $<
	@cp $< $@

var/secret_key:
	@mkdir -p var
	@umask 077 && $(PYTHON) -c "import secrets; print(secrets.token_urlsafe(64))" > $@
