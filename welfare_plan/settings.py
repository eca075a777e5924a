"""Settings of the site. Every value from outside is read in the first block."""

from datetime import timedelta
from urllib.parse import urlsplit

from welfare_plan.environment import BASE_DIR, process_environment
from welfare_plan.headers import policy
from welfare_plan.logs import logging_config
from welfare_plan.sign_in.city_settings import city_login

# --- From the environment (documented in dotenv-sample) -------------------------
_environment = process_environment()
DEBUG = _environment.flag("DEBUG", default=False)
SECRET_KEY = _environment.secret_key(
    "SECRET_KEY", key_file=BASE_DIR / "var" / "secret_key"
)
SITE_URL = _environment.site_url("SITE_URL")
ALLOWED_HOSTS = _environment.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
LOG_LEVEL = _environment.one_of(
    "LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], default="INFO"
)
_log_format = _environment.one_of("LOG_FORMAT", ["JSON", "TEXT"], default="TEXT")
# Commands print what they found on stdout; gunicorn.py sets STDOUT for the server.
_log_stream = _environment.one_of("LOG_STREAM", ["STDOUT", "STDERR"], default="STDERR")
_database = _environment.database(
    "DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'var' / 'portal.sqlite3'}"
)
EVIDENCE_ROOT = _environment.folder("EVIDENCE_ROOT", BASE_DIR / "var" / "evidence")
OPEN_DATA_DIR = _environment.folder("OPEN_DATA_DIR", BASE_DIR / "var" / "open_data")
_email = _environment.mail("EMAIL_URL", default="consolemail://")
DEFAULT_FROM_EMAIL = _environment.text("EMAIL_FROM", "plan@localhost")
_threads = _environment.threads("THREADS")
PAGE_CACHE_BYTES = _environment.number(
    "PAGE_CACHE_BYTES", default=64 * 1024 * 1024, low=0, high=1 << 40
)
PAGE_CACHE_LEASE = 0.001 * _environment.number(
    "PAGE_CACHE_LEASE_MS", default=20, low=0, high=1000
)
PAGE_CACHE_VERIFY = _environment.flag("PAGE_CACHE_VERIFY", default=False)
SITE_OPERATOR = _environment.text("SITE_OPERATOR")
SITE_OPERATOR_CONTACT = _environment.text("SITE_OPERATOR_CONTACT")
SITE_ACCESSIBILITY_CONTACT = _environment.text("SITE_ACCESSIBILITY_CONTACT")
PROXIES = _environment.number("PROXIES", default=0, low=0, high=5)
SESSION_IDLE_SECONDS = 60 * _environment.number(
    "SESSION_IDLE_MINUTES", default=30, low=1, high=1440
)
SECOND_FACTOR = _environment.one_of(
    "SECOND_FACTOR", ["OPTIONAL", "APPROVERS", "STAFF"], default="OPTIONAL"
)
CITY_LOGIN = city_login(
    issuer=_environment.text("OIDC_ISSUER"),
    client=_environment.text("OIDC_CLIENT_ID"),
    secret=_environment.text("OIDC_CLIENT_SECRET"),
    name=_environment.text("OIDC_NAME"),
    origins=_environment.words("OIDC_ORIGINS"),
)
# --------------------------------------------------------------------------------

if SITE_URL and urlsplit(SITE_URL).hostname not in ALLOWED_HOSTS:
    ALLOWED_HOSTS.append(urlsplit(SITE_URL).hostname)
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []

# An https address of the site switches on all that http on loopback cannot have.
_https = SITE_URL.startswith("https://")
SECURE_SSL_REDIRECT = _https
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _https
SECURE_HSTS_PRELOAD = _https
SESSION_COOKIE_SECURE = _https
CSRF_COOKIE_SECURE = _https
CSRF_COOKIE_HTTPONLY = True
if _https:
    # No other host of the domain can then set them.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
# Nobody stays logged in longer than a day, nor after the browser was closed.
SESSION_COOKIE_AGE = 86_400
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = policy(
    is_https=_https, forms_also_to=CITY_LOGIN.get("origins", [])
)
CSRF_FAILURE_VIEW = "welfare_plan.views.csrf_failure"

INSTALLED_APPS = [
    "welfare_plan",
    "indicators",
    "initiatives",
    "plans",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    # After axes, whose verdict on a login it writes down.
    "welfare_plan.sign_in",
    # The last one with tables: welfare_plan.apps waits for it.
    "django.contrib.sessions",
    "django.contrib.messages",
    "simple_history",
    "import_export",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # The first: what it has kept goes out as it is, and nothing outside changes it.
    "welfare_plan.page_cache.middleware.PageCacheMiddleware",
    # What every answer says, whoever gives it: a file, a redirect, an error.
    "csp.middleware.CSPMiddleware",
    "welfare_plan.headers.SiteHeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "welfare_plan.giving_up.GivingUpMiddleware",
    "welfare_plan.body_limit.BodyLimitMiddleware",
    # Pages of Japanese tables shrink to a sixth. What is secret in a page is safe from
    # guessing by its length: tokens are masked anew each time, and padding is random.
    "welfare_plan.compression.TextGZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "welfare_plan.sign_in.idle.IdleMiddleware",
    "welfare_plan.sign_in.files.FilesTakenMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "welfare_plan.urls"
WSGI_APPLICATION = "welfare_plan.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["indicators.templatetags.status_chip"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "welfare_plan.staff_nav.staff_nav",
            ],
        },
    },
]

if _database["ENGINE"].endswith("sqlite3"):
    # Kept for good. The last connection to close writes the whole log back and waits
    # for the disk; and opening one needs room: while one is open, pages go on even when
    # the disk is full.
    _database["CONN_MAX_AGE"] = None
    # IMMEDIATE and WAL let several writers wait for each other instead of failing.
    _database.setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=5,
        init_command=(
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA busy_timeout=5000;"
        ),
    )
else:
    # A connection for each thread of a worker: none ever waits for another one. The
    # pool's own time-out would let all workers hang for 30 s with the database away.
    _database["CONN_MAX_AGE"] = 0
    # A connection that the server has ended meanwhile is replaced unseen.
    _database["CONN_HEALTH_CHECKS"] = True
    _database["OPTIONS"] = {
        "connect_timeout": 2,  # seconds
        "tcp_user_timeout": 5000,  # milliseconds
        # So that PostgreSQL can keep the plans of pages (plans.prepared).
        "server_side_binding": True,
        **_database.get("OPTIONS", {}),
        # Attempts to come back grow rarer and rarer: after 2 s the next page asks anew.
        "pool": {
            **{"min_size": 1, "max_size": _threads, "timeout": 1},
            "reconnect_timeout": 2,
        },
    }
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

AUTHENTICATION_BACKENDS = ["welfare_plan.sign_in.backend.GuardedBackend"]
# Five wrong passwords of one person from one address: fifteen minutes of rest. The
# same person elsewhere is not kept out. welfare_plan/sign_in/throttle.py slows down an
# address that tries many people.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "welfare_plan.sign_in.addresses.throttle_address"
AXES_LOCKOUT_CALLABLE = "welfare_plan.sign_in.throttle.locked_page"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "kept", "next"]
# Our own record of logins says more, and cannot be changed.
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

OTP_TOTP_ISSUER = "地域福祉計画ポータル"
SOCIALACCOUNT_ADAPTER = "welfare_plan.sign_in.city.CityLogin"
SOCIALACCOUNT_STORE_TOKENS = False
ACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [CITY_LOGIN["app"]] if CITY_LOGIN else [],
    }
}

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "staff-home"

# Without these, who may look at a list may also write it from a file.
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "import"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "view"

# django-environ names the settings as Django does: EMAIL_BACKEND, EMAIL_HOST, …
globals().update(_email)

LANGUAGE_CODE = "ja"
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True

STATIC_URL = "static/"
# Our styles and pictures are for our own pages, embedded ones too.
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # What departments attach to their figures: served to staff alone, never by address.
    "evidence": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": EVIDENCE_ROOT, "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "welfare_plan.static_files.HashedStaticFiles"
    },
}

LOGGING = logging_config(
    LOG_LEVEL, form=_log_format, stream=_log_stream, loggers=["django"]
)
