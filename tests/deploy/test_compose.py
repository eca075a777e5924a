"""deploy/compose.yaml: what it names is there, and nothing has more rights than due.

Compose itself cannot run in a test; tests/deploy/test_image.py walks the image's steps.
"""

import re

import pytest
import yaml

from tests.site_server import ROOT

FOLDER = ROOT / "deploy"
TEXT = (FOLDER / "compose.yaml").read_text("utf-8")
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
OURS = ("prepare", "web1", "web2", "command")
# Of the Compose Specification; a word that it does not know is a slip of ours.
KNOWN = {
    *("image", "build", "environment", "read_only", "tmpfs", "cap_drop"),
    *("security_opt", "volumes", "networks", "restart", "stop_grace_period"),
    *("depends_on", "logging", "command", "entrypoint", "healthcheck", "ports"),
    *("profiles", "shm_size"),
}
CONDITIONS = {"service_healthy", "service_completed_successfully"}


def every_service(names=SERVICES):
    return pytest.mark.parametrize("name", names)


@every_service()
def test_every_word_of_a_service_is_one_of_the_specification(name):
    assert set(SERVICES[name]) <= KNOWN


@every_service()
def test_what_a_service_waits_for_can_come(name):
    for other, wait in SERVICES[name].get("depends_on", {}).items():
        assert wait["condition"] in CONDITIONS
        check = SERVICES[other].get("healthcheck", {})
        if wait["condition"] == "service_healthy" and other not in ("web1", "web2"):
            assert check["test"]


@every_service()
def test_folders_volumes_and_networks_are_there(name):
    for volume in SERVICES[name].get("volumes", []):
        source = volume.partition(":")[0]
        if source.startswith("."):
            assert (FOLDER / source).exists(), source
        elif not source.startswith("$"):
            assert source in COMPOSE["volumes"]
    assert set(SERVICES[name]["networks"]) <= set(COMPOSE["networks"])


@every_service(OURS)
def test_ours_may_write_nowhere_but_in_volumes_and_gain_no_rights(name):
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "ports" not in service


def test_the_proxy_alone_can_be_reached_from_outside():
    assert [name for name in SERVICES if "ports" in SERVICES[name]] == ["proxy"]
    assert SERVICES["database"]["networks"] == ["inside"]
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_every_variable_has_a_value_or_stands_in_the_sample():
    sample = (FOLDER / "compose.env.sample").read_text("utf-8")
    listed = set(re.findall(r"^([A-Z_]+)=", sample, re.MULTILINE))
    named = re.findall(r"\$\{([A-Z_]+)(:[-?])?", TEXT)

    needed = {name for name, rest in named if rest != ":-"}

    assert needed <= listed
    assert listed <= {name for name, _ in named}


def test_the_settings_are_those_that_the_site_reads():
    sample = (ROOT / "dotenv-sample").read_text("utf-8")
    known = set(re.findall(r"^([A-Z_]+)=", sample, re.MULTILINE))

    # That one is gunicorn's own.
    assert set(SERVICES["web1"]["environment"]) - known == {"FORWARDED_ALLOW_IPS"}


def test_both_servers_are_named_to_nginx():
    upstream = (FOLDER / "nginx" / "upstream-compose.conf").read_text("utf-8")

    assert re.findall(r"server (\w+):8000", upstream) == ["web1", "web2"]


def test_the_clients_for_backups_are_of_the_version_of_the_server():
    image = (FOLDER / "Dockerfile").read_text("utf-8")
    (server,) = re.findall(r"postgres:(\d+)", SERVICES["database"]["image"])

    assert re.findall(r"postgresql-client-(\d+)", image) == [server]
