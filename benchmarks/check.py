"""How long ``pledgebook check`` takes, against the least any checker could take.

The yardstick is a bare libyaml ``compose`` of the same files in a fresh Python process. Both are
run in turn, several times, so that a busy machine disturbs both alike; what counts are the ratios.
CPU seconds of the whole process, its start included.

    python -m benchmarks.check            1,000 to 20,000 items
    python -m benchmarks.check 1000       only these sizes
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
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


def measure(items: int) -> tuple[float, float]:
    """Return the median CPU seconds of a bare compose and of a check, run in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_handbook(folder, items)
        bare = [sys.executable, "-c", BARE, "principles"]
        check = [str(Path(sys.executable).with_name("pledgebook")), "check", "-q"]
        runs = 9 if items <= 2_000 else 3
        measure_cpu(check, folder)
        pairs = [(measure_cpu(bare, folder), measure_cpu(check, folder)) for _ in range(runs)]
    return statistics.median(b for b, _ in pairs), statistics.median(c for _, c in pairs)


def main() -> int:
    """Print a line a size; return 1 if a limit is broken."""
    sizes = tuple(int(argument) for argument in sys.argv[1:]) or SIZES
    print(f"{'items':>7} {'compose':>9} {'check':>9} {'ratio':>6} {'ms/1000':>8}")
    broken = False
    began = time.monotonic()
    for items in sizes:
        bare, check = measure(items)
        per_thousand = check / items * 1e6
        print(f"{items:>7} {bare:>8.2f}s {check:>8.2f}s {check / bare:>6.2f} {per_thousand:>8.0f}")
        broken = broken or check / bare > LIMIT_RATIO or (items == 1_000 and check > LIMIT_SECONDS)
    print(f"Limits: ratio {LIMIT_RATIO}, {LIMIT_SECONDS} s at 1,000 items.", end=" ")
    print("Broken." if broken else "Kept.", f"({time.monotonic() - began:.0f} s)")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
