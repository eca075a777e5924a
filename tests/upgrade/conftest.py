from tests.crowd.conftest import print_figures  # noqa: F401
