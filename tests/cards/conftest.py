"""A small handbook with cards to print."""

from __future__ import annotations

import pytest

from tests.world import World

DECK = """\
title: Pledges
cards: [keep-promises]
layout: principle-pledge
stock: a6-4up
back: pledge
last_reviewed: 2026-11-01
"""
SITE = "https://handbook.example.org/"


@pytest.fixture
def shop(world: World) -> World:
    """The small handbook with a deck of one pledge card, and an address for its codes."""
    world.write("principles/decks/pledges.yml", DECK)
    world.write("mkdocs.yml", world.read("mkdocs.yml") + f"site_url: {SITE}\n")
    return world


def add_principles(world: World, count: int) -> None:
    """Add principles until there are ``count``, and put all of them on the deck."""
    text = world.read("principles/keep-promises.yml")
    for number in range(2, count + 1):
        changed = text.replace("title: Keep your promises", f"title: Promise {number}")
        world.write(
            f"principles/promise-{number}.yml",
            changed.replace("precedence: 1", f"precedence: {number}"),
        )
    world.change(
        "principles/decks/pledges.yml", "cards: [keep-promises]", "cards: {kind: principle}"
    )
