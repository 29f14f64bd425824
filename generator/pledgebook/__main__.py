"""The program: runs the command, and ends in a sound way whatever happens."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from pledgebook import __version__

_OUR_FAULT = (
    "This is a mistake in Pledgebook, not in your handbook. "
    "Please report it with the lines below, and with the file if you may share it.\n"
)
_COULD_NOT_RUN = 2
_INTERRUPTED = 130


def main() -> None:
    """Run the command; a fault of ours is told apart from a fault of the handbook.

    The command is loaded in here, so that Ctrl-C ends quietly even while it loads.
    """
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        _end("Stopped. Nothing was changed.", _INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(_INTERRUPTED)
    except OSError as error:
        where = f" ({Path(str(error.filename)).name})" if error.filename else ""
        _end(f"Error: {error.strerror or error}{where}. Nothing was changed.", _COULD_NOT_RUN)
    except Exception:
        print(_OUR_FAULT, file=sys.stderr)
        print(f"pledgebook {__version__}, Python {sys.version.split()[0]}", file=sys.stderr)
        traceback.print_exc()
        sys.exit(_COULD_NOT_RUN)


def _run() -> int | None:
    from click import ClickException
    from click.exceptions import Abort

    from pledgebook.hosts.cli import cli

    try:
        # Outside its standalone mode click returns the status that a command ended with.
        status: int | None = cli(standalone_mode=False)
        return status
    except ClickException as error:
        error.show()
        return _COULD_NOT_RUN
    except Abort:
        raise KeyboardInterrupt from None


def _end(message: str, status: int) -> None:
    print(message, file=sys.stderr)
    sys.exit(status)


if __name__ == "__main__":
    main()
