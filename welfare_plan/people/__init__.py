"""The people of the site: logging in, passwords, roles, departments, transfers."""
