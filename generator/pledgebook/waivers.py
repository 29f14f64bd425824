"""What ``handbook.yml`` says about findings: how grave each is here, and which may stay a while."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pledgebook.checks import chosen_severities, find_check
from pledgebook.checks.expired_waiver import report_expired
from pledgebook.checks.unused_waiver import report_unused
from pledgebook.diagnostic import Diagnostic, Severity
from pledgebook.model import Handbook
from pledgebook.settings import Waiver


def judge_findings(handbook: Handbook, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings that stand, with the severities the handbook gives them.

    A file that cannot be used is an error whatever the settings say.
    """
    standing = list(findings)
    spoken: list[Diagnostic] = []
    for position, waiver in enumerate(handbook.settings.waivers):
        covered = _covered_by(waiver, standing, handbook)
        if covered is None:
            continue
        if not covered:
            if not handbook.gaps:
                spoken.append(report_unused(handbook, position, waiver))
        elif waiver.until < handbook.today:
            spoken.append(report_expired(handbook, position, waiver, covered[0]))
        else:
            waived = {id(found) for found in covered}
            standing = [found for found in standing if id(found) not in waived]
    chosen = chosen_severities(handbook)
    graded = (_regrade(found, chosen.get(found.rule.code)) for found in (*standing, *spoken))
    return [found for found in graded if found is not None]


def _covered_by(
    waiver: Waiver, findings: Iterable[Diagnostic], handbook: Handbook
) -> list[Diagnostic] | None:
    """Return the findings a waiver is for; ``None`` if it names no check that can be waived."""
    check = find_check(waiver.check)
    if check is None or check.rule.is_load_fault:
        return None
    entry = handbook.find(waiver.item)
    path = entry.path if entry is not None else waiver.item
    return [f for f in findings if f.rule.code == check.rule.code and f.span.path == path]


def _regrade(found: Diagnostic, severity: str | None) -> Diagnostic | None:
    if severity is None or severity == found.rule.severity:
        return found
    if severity == "off":
        return None
    return replace(found, rule=replace(found.rule, severity=Severity(severity)))
