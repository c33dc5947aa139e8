"""`specloom` and `python -m specloom`."""

import gc
import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `-m` has put the working directory there. What Python imported before this line is beyond help, so nobody should
    # run this module in a folder that is not his own; from here on nothing comes from it, in child processes neither.
    del sys.path[0]

from specloom.cli.main import main as run_command


def main() -> int:
    """Run the command line in a process of its own, and return the exit code."""
    # A description grows to hundreds of thousands of objects, nearly all of which are in use until the command ends:
    # looking through all of them again and again is a quarter of the time. `--watch`, which goes on, looks by itself.
    gc.disable()
    code = run_command()
    gc.freeze()  # or Python would look through them once more at its end, which takes as long as a whole stage
    return code


if __name__ == "__main__":
    sys.exit(main())
