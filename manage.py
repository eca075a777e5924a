#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "welfare_plan.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # The message says which setting is wrong and how to mend it.
        sys.exit(str(error))


if __name__ == "__main__":
    main()
