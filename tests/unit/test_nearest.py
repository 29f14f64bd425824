"""What is suggested for a word that nothing is called, and that nothing is when nothing is near."""

from __future__ import annotations

import pytest

from pledgebook.nearest import Finder, find_nearest

TITLES = {
    "keep-your-promises": "Keep your promises",
    "show-up-on-time": "Be there when you said",
    "the-morning-slot": "You said between eight and twelve",
    "q7": "The customer is not always right",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("keep-your-promisse", "keep-your-promises"),
        ("Keep_Your Promises", "keep-your-promises"),
        ("keepyourpromises", "keep-your-promises"),
        ("show-up-in-time", "show-up-on-time"),
        ("customer-always-right", "q7"),
        ("eight-and-twelve", "the-morning-slot"),
    ],
)
def test_the_nearest_id_is_found_by_spelling_then_by_title(typed: str, meant: str) -> None:
    assert Finder(TITLES).find(typed) == meant


@pytest.mark.parametrize("typed", ["honesty", "the", "", "always", "x"])
def test_nothing_is_suggested_when_nothing_is_near(typed: str) -> None:
    assert Finder(TITLES).find(typed) is None


def test_spelling_goes_before_titles() -> None:
    titles = {"late-delivery": "x", "other": "Late delivery now"}

    assert Finder(titles).find("late-delivry-now") == "late-delivery"


def test_a_word_is_compared_without_regard_to_case_and_spaces() -> None:
    assert find_nearest("Last Reviewed", ["last_reviewed", "review_every"]) == "last_reviewed"
