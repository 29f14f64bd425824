"""How long ``pledgebook check`` takes, against the least a checker could take.

The yardstick is a bare libyaml ``compose`` of the same files in a fresh Python process, and the
start of ``pledgebook`` itself, which loads everything a check needs and reads no handbook. All are
run in turn, several times, so that a busy machine disturbs them alike; what counts are the ratios.
CPU seconds of whole processes.

``of compose`` is the check to the bare compose alone. ``of both`` is the check to the compose and
the start together; the limit is on this one.

    python -m benchmarks.check            1,000 to 20,000 items
    python -m benchmarks.check 1000       only these sizes
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.handbook import write_handbook

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000)
LIMIT_RATIO = 1.5
LIMIT_SECONDS = 0.5
"""CPU seconds at 1,000 items."""

BARE = """
import os, sys, yaml
for top, folders, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(top, name), "rb") as file:
            yaml.compose(file.read().decode("utf-8"), Loader=yaml.CSafeLoader)
"""


def measure_cpu(command: list[str], folder: Path) -> float:
    """Return the CPU seconds a command takes; it must end with status 0."""
    before = os.times()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def measure(items: int) -> tuple[float, float, float]:
    """Return the median CPU seconds of a bare compose, of our start and of a check."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_handbook(folder, items)
        program = str(Path(sys.executable).with_name("pledgebook"))
        commands = (
            [sys.executable, "-c", BARE, "principles"],
            [program, "check", "--help"],
            [program, "check", "-q"],
        )
        measure_cpu(commands[-1], folder)
        runs = 9 if items <= 2_000 else 3
        rounds = [[measure_cpu(command, folder) for command in commands] for _ in range(runs)]
    bare, start, check = (statistics.median(column) for column in zip(*rounds, strict=True))
    return bare, start, check


def main() -> int:
    """Print a line a size; return 1 if a limit is broken."""
    sizes = tuple(int(argument) for argument in sys.argv[1:]) or SIZES
    head = ("items", "compose", "start", "check", "of compose", "of both", "µs an item")
    print(" ".join(f"{word:>10}" for word in head))
    broken = False
    for items in sizes:
        bare, start, check = measure(items)
        of_both = check / (bare + start)
        each = (check - start) / items * 1e6
        print(
            f"{items:>10} {bare:>9.2f}s {start:>9.2f}s {check:>9.2f}s "
            f"{check / bare:>10.2f} {of_both:>10.2f} {each:>10.0f}"
        )
        broken = broken or of_both > LIMIT_RATIO or (items == 1_000 and check > LIMIT_SECONDS)
    print(f"Limits: {LIMIT_RATIO} of both, {LIMIT_SECONDS} s at 1,000 items.", end=" ")
    print("Broken." if broken else "Kept.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
