"""A made-up handbook of any size, shaped like a real one.

Of a hundred items eight are principles, fifty scenarios, twenty-two quotes and twenty sources;
each is about as long as those of this project's own handbook, and refers to others.
"""

from __future__ import annotations

import shutil
from pathlib import Path

SETTINGS = """\
title: A made-up handbook
organisation:
  name: The corner shop
audiences:
  employees: Everyone
default_audience: [employees]
editions:
  employees:
    title: For everyone
    audiences: [employees]
dimensions:
  reliability:
    title: Reliability
    description: We do what we said.
trades:
  shop: Shop
roles:
  front-line: Front line
"""

PRINCIPLE = """\
title: Keep promise number {n}
promise: What we promise in matter {n}, we do.
why: |
  People plan their day around what we said. A promise that slips without a word costs them more
  than the thing itself, and it costs us the next promise too.

  See also [[principle-{other}]], which says what to do when it is too late.
do:
  - Write the promise down where a colleague can find it.
  - Ring before it slips, and not after.
dont:
  - Say "should be fine" when nobody knows.
pledge: I will name a day for whatever I promise.
dimensions: [reliability]
precedence: {rank}
related: [principle-{other}]
sources: [source-{source}]
owner: Service lead
last_reviewed: 2026-11-01
"""

SCENARIO = """\
title: You said Friday, and it is Friday ({n})
search_terms: [late parcel, "where is my order", depot]
situation: |
  It is Friday at four, and parcel {n} is still in the depot. She ordered it on Monday for a
  birthday on Saturday, and was told on the telephone that Friday was no trouble at all. The
  driver has gone home. Her number is on the order; nobody has rung her yet.
stakes: A birthday, and whether she ever orders here again.
decision: What do you say to her?
options:
  - choice: Tell her now, say when you can be there, and drive it over yourself after closing.
    effects:
      customer: She has it by six, and a story to tell about the shop that came by.
      colleague: Somebody covers the till for an hour, and is asked first.
      company: An hour of petrol and an hour of pay.
    rating: best
  - choice: Tell her now, and offer to have it there first thing on Saturday.
    effects:
      customer: She can plan, but she plans around us.
      colleague: Somebody begins an hour early.
      company: Nothing that anybody would notice.
    rating: fair
  - choice: Say nothing and hope that it comes.
    effects:
      customer: She finds out on Saturday, with the guests in the room.
      colleague: Somebody else takes her call on Monday.
      company: She does not come back, and says why.
    rating: poor
principle: principle-{principle}
also: [principle-{other}]
takeaway: Bad news travels best before the day is over.
debrief:
  - What did we promise, and who heard it?
  - When did we know that it would not hold?
  - Who could have rung, and what kept them?
origin: fictional
setting: shop
roles: [front-line]
minutes: 5
owner: Service lead
last_reviewed: 2026-11-01
facilitator:
  setup: Read the situation aloud, twice, and let people think for a minute in silence.
  probes:
    - What would you want to hear, if it were your birthday?
"""

QUOTE = """\
title: Better early ({n})
text: Better three hours too soon than a minute too late.
said_by: William Shakespeare
provenance: verified
source: source-{source}
locator: Act II, scene ii
checked:
  on: 2026-10-01
  how: Read in the play itself, in the edition named.
note: |
  Spoken by Ford, who is about to be wrong about something else; see [[principle-{principle}]].
principles: [principle-{principle}]
"""

SOURCE = """\
title: The Merry Wives of Windsor, copy {n}
type: play
author: William Shakespeare
work: The Merry Wives of Windsor
year: "1602"
url: https://example.org/merry-wives/{n}
note: Read in full.
"""


def write_handbook(folder: Path, items: int) -> list[Path]:
    """Write a sound handbook of ``items`` items into an empty ``folder``; return the YAML files."""
    data = folder / "principles"
    for name in ("scenarios", "quotes", "sources"):
        (data / name).mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "content" / "about.md").write_text("# About\n\nSee [[principle-0]].\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: content\ntheme:\n  name: material\nplugins: [pledgebook]\n",
        "utf-8",
    )
    (data / "handbook.yml").write_text(SETTINGS, "utf-8")
    principles, sources = max(2, items * 8 // 100), max(1, items * 20 // 100)
    quotes = items * 22 // 100
    scenarios = items - principles - sources - quotes

    def write(path: str, template: str, n: int) -> None:
        names = {
            "n": n,
            "rank": n + 1,
            "principle": n % principles,
            "other": (n + 1) % principles,
            "source": n % sources,
        }
        (data / path).write_text(template.format(**names), "utf-8")

    for n in range(principles):
        write(f"principle-{n}.yml", PRINCIPLE, n)
    for n in range(scenarios):
        write(f"scenarios/scenario-{n}.yml", SCENARIO, n)
    for n in range(quotes):
        write(f"quotes/quote-{n}.yml", QUOTE, n)
    for n in range(sources):
        write(f"sources/source-{n}.yml", SOURCE, n)
    return sorted(data.rglob("*.yml"))


def remove_handbook(folder: Path) -> None:
    """Remove what ``write_handbook`` wrote."""
    shutil.rmtree(folder, ignore_errors=True)
