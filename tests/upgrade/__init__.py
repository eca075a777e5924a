"""The releases from which an upgrade is tried. A new release adds the one before it.

In a checkout of that release, with a database of its own:

    manage.py migrate; manage.py load_plans; manage.py load_readings
    manage.py load_samples; python -m tests.crowd.site_office 2
    manage.py dumpdata --exclude contenttypes --exclude auth.permission \
        --exclude sessions --exclude admin.logentry --exclude plans.searchentry
    manage.py showmigrations     (the last of each app goes into the .txt)
"""

RELEASES = ("0.4", "0.6")
