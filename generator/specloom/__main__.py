"""`specloom` and `python -m specloom`."""

import sys

from specloom.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
