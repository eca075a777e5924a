"""Whether the server on this machine answers 200: for health checks without curl.

python deploy/healthy.py /readyz
"""

import os
import sys
from http.client import HTTPConnection


def main(path: str) -> int:
    host = os.environ.get("SITE_URL", "").partition("://")[2] or "localhost"
    connection = HTTPConnection("127.0.0.1", int(os.environ.get("PORT", "8000")), 4)
    try:
        connection.request("GET", path, headers={"Host": host})
        status = connection.getresponse().status
    except OSError as error:
        print(error)
        return 1
    print(status)
    return 0 if status == 200 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
