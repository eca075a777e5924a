from tests.welfare_plan.sign_in.conftest import guarded  # noqa: F401
