"""The schemas for editors: what they refuse is what loading refuses, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pledgebook.hosts.schemas import schema_names
from pledgebook.kinds import all_kinds
from tests.world import World

PRINCIPLE = "principles/keep-promises.yml"
SCENARIO = "principles/scenarios/late-delivery.yml"
QUOTE = "principles/quotes/better-early.yml"
SOURCE = "principles/sources/old-book.yml"
SETTINGS = "principles/handbook.yml"

# What is written in place of a line of a sound file, and whether it is still sound.
CORPUS = [
    (PRINCIPLE, "title: Keep your promises", "title: 1984", True),
    (PRINCIPLE, "title: Keep your promises", "title: 19.84", True),
    (PRINCIPLE, "title: Keep your promises", "title: yes", True),
    (PRINCIPLE, "title: Keep your promises", "title: true", True),
    (PRINCIPLE, "title: Keep your promises", "title: 2026-11-01", True),
    (PRINCIPLE, "title: Keep your promises", 'title: "Keep: your promises"', True),
    (PRINCIPLE, "title: Keep your promises", "title:", False),
    (PRINCIPLE, "title: Keep your promises", "title: ~", False),
    (PRINCIPLE, "title: Keep your promises", 'title: ""', False),
    (PRINCIPLE, "title: Keep your promises", 'title: "  "', False),
    (PRINCIPLE, "title: Keep your promises", 'title: "a\\u0007b"', False),
    (PRINCIPLE, "title: Keep your promises", "title: [Keep]", False),
    (PRINCIPLE, "title: Keep your promises", "title: " + "long " * 40, False),
    (PRINCIPLE, "title: Keep your promises", "titel: Keep your promises", False),
    (PRINCIPLE, "promise: What we promise, we do.", "promise: " + "word " * 15, True),
    (PRINCIPLE, "promise: What we promise, we do.", "promise: " + "word " * 16, False),
    (PRINCIPLE, "pledge: I will name", "pledge: I  will name", True),
    (PRINCIPLE, "pledge: I will name", "pledge: We will name", False),
    (PRINCIPLE, "pledge: I will name", "pledge: I willingly name", False),
    (PRINCIPLE, "precedence: 1", 'precedence: "1"', True),
    (PRINCIPLE, "precedence: 1", "precedence: 01", True),
    (PRINCIPLE, "precedence: 1", "precedence: 1.0", True),
    (PRINCIPLE, "precedence: 1", 'precedence: "01.0"', True),
    (PRINCIPLE, "precedence: 1", "precedence: 0", False),
    (PRINCIPLE, "precedence: 1", 'precedence: "0"', False),
    (PRINCIPLE, "precedence: 1", "precedence: -1", False),
    (PRINCIPLE, "precedence: 1", "precedence: 1.5", False),
    (PRINCIPLE, "precedence: 1", "precedence: first", False),
    (PRINCIPLE, "dimensions: [reliability]", "dimensions: [relibility]", False),
    (PRINCIPLE, "dimensions: [reliability]", "dimensions: []", False),
    (PRINCIPLE, "dimensions: [reliability]", "dimensions: reliability", False),
    (PRINCIPLE, "last_reviewed: 2026-11-01", 'last_reviewed: "2026-11-01"', True),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "last_reviewed: 2026-11-31", False),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "last_reviewed: 1 November", False),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "review_every: 12", True),
    (PRINCIPLE, "last_reviewed: 2026-11-01", 'review_every: "120"', True),
    (PRINCIPLE, "last_reviewed: 2026-11-01", 'review_every: "121"', False),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "aliases: [old-name]", True),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "aliases: [404]", True),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "aliases: [4.5]", False),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "aliases: [Old Name]", False),
    (PRINCIPLE, "owner: Service lead", "owner:", True),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "questions:", False),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "search_terms: [1, 2.5, true]", True),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "in_practice: {front-line: Ring.}", True),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "in_practice: {front-lin: Ring.}", False),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "status: retired", True),
    (PRINCIPLE, "last_reviewed: 2026-11-01", "status: gone", False),
    (SCENARIO, "minutes: 5", "minutes: 600", True),
    (SCENARIO, "minutes: 5", "minutes: 601", False),
    (SCENARIO, "minutes: 5", 'minutes: "601"', False),
    (SCENARIO, "minutes: 5", "minutes: 5 minutes", False),
    (SCENARIO, "    rating: best", "    rating: good", False),
    (SCENARIO, "      customer: She has it by six.\n", "", False),
    (SCENARIO, "  - What did we promise?\n", "", False),
    (SCENARIO, "setting: shop", "setting: shp", False),
    (QUOTE, "provenance: verified", "provenance: verified\nparaphrase: true", True),
    (QUOTE, "provenance: verified", 'provenance: verified\nparaphrase: "false"', True),
    (QUOTE, "provenance: verified", "provenance: verified\nparaphrase: yes", False),
    (QUOTE, "provenance: verified", "provenance: verified\nlanguage: la", True),
    (QUOTE, "provenance: verified", "provenance: verified\nlanguage: Latin", False),
    (SOURCE, "type: play", "type: play\nurl: https://example.org/a", True),
    (SOURCE, "type: play", "type: play\nurl: example.org", False),
    (SOURCE, "type: play", "type: play\nyear: 1602", True),
    (SETTINGS, "title: A small handbook", 'title: A\nbrand: {colour: "#1f5f5b"}', True),
    (SETTINGS, "title: A small handbook", "title: A\nbrand: {colour: teal}", False),
    (SETTINGS, "  shop: Shop", "  Shop Floor: Shop", False),
    (SETTINGS, "    audiences: [employees]\n", "", False),
]


def _schema_of(path: str) -> str:
    folder = path.split("/")[1] if path.count("/") == 2 else ""
    if path == SETTINGS:
        return "handbook"
    return next(kind.name for kind in all_kinds() if kind.folder == folder)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The schemas of the small sound handbook."""
    from tests.world import BASE

    folder = tmp_path_factory.mktemp("schemas")
    assert World(BASE).pledgebook("schema", "-o", str(folder), "-q").status == 0
    return folder


@pytest.mark.parametrize(
    ("path", "old", "new", "sound"), CORPUS, ids=[f"{c[2][:40]}" for c in CORPUS]
)
def test_the_schema_and_loading_agree(
    world: World, schemas: Path, path: str, old: str, new: str, sound: bool
) -> None:
    world.change(path, old, new)

    checked = world.pledgebook("check", "-q")
    by_schema = world.run(
        "check-jsonschema",
        "--schemafile",
        str(schemas / f"{_schema_of(path)}.schema.json"),
        path,
    )

    assert (checked.status == 0, by_schema.status == 0) == (sound, sound), (
        checked.out + by_schema.out
    )


def test_sound_files_of_every_kind_pass(world: World, tmp_path: Path) -> None:
    made = World(tmp_path / "made")
    world.pledgebook("new", str(made.folder))

    for name in schema_names():
        files = [
            str(path.relative_to(made.folder))
            for path in sorted((made.folder / "principles").rglob("*.yml"))
            if _schema_of(path.relative_to(made.folder).as_posix()) == name
        ]
        schema = f".schemas/{name}.schema.json"
        ran = made.run("check-jsonschema", "--schemafile", schema, *files)
        assert ran.status == 0, ran.out
        assert made.run("check-jsonschema", "--check-metaschema", schema).status == 0


def test_fields_have_descriptions_and_examples(world: World) -> None:
    schema = json.loads(world.pledgebook("schema", "scenario").out)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(field["description"] for field in schema["properties"].values())
    assert schema["properties"]["stakes"]["examples"]
    assert isinstance(schema["properties"]["minutes"]["examples"][0], int)


def test_ids_and_names_of_this_handbook_are_proposed(world: World) -> None:
    schema = json.loads(world.pledgebook("schema", "scenario").out)

    proposed, anything = schema["properties"]["principle"]["anyOf"]
    assert proposed["enum"] == ["keep-promises"]
    assert proposed["markdownEnumDescriptions"] == ["Keep your promises"]
    assert anything["type"] == ["string", "integer"]
    assert schema["properties"]["setting"]["enum"] == ["shop"]


def test_a_broken_handbook_still_has_schemas(world: World) -> None:
    world.write(SETTINGS, "title: [\n")

    ran = world.pledgebook("schema", "principle")

    assert ran.status == 0
    assert json.loads(ran.out)["title"] == "Principle"


def test_a_new_handbook_tells_the_editor_of_its_schemas(world: World, tmp_path: Path) -> None:
    made = World(tmp_path / "made")
    world.pledgebook("new", str(made.folder))

    settings = json.loads(made.read(".vscode/settings.json"))

    assert settings["yaml.schemas"][".schemas/quote.schema.json"] == ["principles/quotes/*.yml"]
    for schema in settings["yaml.schemas"]:
        assert json.loads(made.read(schema))["properties"]["title"]
