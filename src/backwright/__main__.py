"""`python -m backwright`."""

import sys

from backwright.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
