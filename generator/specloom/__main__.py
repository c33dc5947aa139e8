"""`specloom` and `python -m specloom`."""

import gc
import sys

from specloom.cli.main import main as run_command

__all__ = ["main"]


def main() -> int:
    """Run the command line in a process of its own, and return the exit code."""
    # A description grows to hundreds of thousands of objects, nearly all of which are in use until the command ends:
    # looking through all of them again and again is a quarter of the time. `--watch`, which goes on, looks by itself.
    gc.disable()
    return run_command()


if __name__ == "__main__":
    sys.exit(main())
