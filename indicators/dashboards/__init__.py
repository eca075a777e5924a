"""The dashboards: where the targets of a plan, a policy, a department stand."""
