"""Inside MkDocs: what a MkDocs user expects of the plugin."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.world import World


def _page(world: World, path: str) -> str:
    return (world.folder / "site" / path).read_text(encoding="utf-8")


def _content(html: str) -> str:
    """The words of the article of a page."""
    article = re.search(r"<article.*?</article>", html, re.DOTALL)
    assert article is not None
    return " ".join(re.sub(r"<[^>]+>", " ", article.group()).split())


def test_plain_mkdocs_build_makes_a_page_for_every_item(world: World) -> None:
    ran = world.mkdocs("build")

    assert ran.status == 0, ran.err
    assert "What we promise, we do." in _content(
        _page(world, "principles/keep-promises/index.html")
    )
    assert "Tell her now and drive it over." in _content(
        _page(world, "scenarios/late-delivery/index.html")
    )
    assert "Better three hours too soon" in _content(_page(world, "quotes/index.html"))


def test_a_sound_handbook_builds_under_strict_without_a_warning(world: World) -> None:
    ran = world.mkdocs("build", "--strict")

    assert ran.status == 0, ran.err
    assert "WARNING" not in ran.err


def test_pages_work_without_directory_addresses(world: World) -> None:
    world.change("mkdocs.yml", "docs_dir:", "use_directory_urls: false\ndocs_dir:")

    world.mkdocs("build", "--strict")

    html = _page(world, "scenarios/late-delivery.html")
    assert 'href="../principles/keep-promises.html"' in html
    assert 'href="./principles/keep-promises.html"' in _page(world, "index.html")


def test_the_navigation_has_a_section_for_each_kind_with_its_own_front_page(world: World) -> None:
    world.mkdocs("build")

    tabs = re.findall(
        r'class="md-tabs__link">\s*(.*?)\s*</a>', _page(world, "index.html"), re.DOTALL
    )
    assert tabs == [
        "Home",
        "Principles",
        "Scenarios",
        "Practise",
        "Quotes and sources",
        "Guide",
    ]


def test_every_section_can_be_reached_from_the_side_bar_of_its_group(world: World) -> None:
    world.mkdocs("build")

    sidebar = _page(world, "quotes/index.html").split("<article", 1)[0]
    for section in ("../sources/", "../dimensions/"):
        assert f'href="{section}" class="md-nav__link' in sidebar


def test_a_page_of_one_section_does_not_carry_the_navigation_of_another(world: World) -> None:
    world.mkdocs("build")

    sidebar = _page(world, "scenarios/late-delivery/index.html").split("<article", 1)[0]
    assert "late-delivery" in sidebar or 'href="./"' in sidebar
    assert "keep-promises" not in sidebar


def test_an_authors_own_navigation_is_filled_where_it_names_a_section(world: World) -> None:
    world.change(
        "mkdocs.yml",
        "plugins:",
        "nav:\n  - About: about.md\n  - What we promise: principles/\n"
        "  - index.md\n  - Practise: scenarios/\nplugins:",
    )

    ran = world.mkdocs("build")

    assert ran.status == 0, ran.err
    tabs = re.findall(
        r'class="md-tabs__link">\s*(.*?)\s*</a>', _page(world, "index.html"), re.DOTALL
    )
    assert tabs == ["About", "What we promise", "Home", "Practise"]


def test_sections_follow_an_authors_navigation_that_names_none(world: World) -> None:
    world.change("mkdocs.yml", "plugins:", "nav:\n  - index.md\n  - About: about.md\nplugins:")

    world.mkdocs("build")

    tabs = re.findall(
        r'class="md-tabs__link">\s*(.*?)\s*</a>', _page(world, "index.html"), re.DOTALL
    )
    assert tabs == [
        "Home",
        "About",
        "Principles",
        "Scenarios",
        "Practise",
        "Quotes and sources",
    ]


def test_the_search_index_holds_each_item_once_with_its_search_terms(world: World) -> None:
    world.change(
        "principles/keep-promises.yml", "owner:", "search_terms: [where is my parcel]\nowner:"
    )

    world.mkdocs("build")

    index = json.loads(_page(world, "search/search_index.json"))
    entries = {doc["location"]: doc for doc in index["docs"]}
    assert len(entries) == len(index["docs"])
    assert "where is my parcel" in entries["principles/keep-promises/"]["tags"]
    assert "quotes/#better-early" in entries


def test_the_edit_link_of_an_item_leads_to_its_yaml_file(world: World) -> None:
    world.change(
        "mkdocs.yml",
        "docs_dir:",
        "repo_url: https://git.example.com/handbook/\nedit_uri: edit/main/content/\ndocs_dir:",
    )

    world.mkdocs("build")

    html = _page(world, "scenarios/late-delivery/index.html")
    assert (
        'href="https://git.example.com/handbook/edit/main/principles/scenarios/late-delivery.yml"'
        in html
    )


def test_a_template_in_the_handbooks_own_theme_replaces_the_one_of_that_name(world: World) -> None:
    world.write("theme/pages/principle.html", "<h1>{{ item.title }}, our way</h1>")

    world.mkdocs("build")

    assert _content(_page(world, "principles/keep-promises/index.html")) == (
        "Keep your promises, our way"
    )
    assert "You said Friday" in _content(_page(world, "scenarios/late-delivery/index.html"))


def test_a_style_sheet_in_the_handbooks_own_theme_replaces_the_one_of_that_name(
    world: World,
) -> None:
    world.write("theme/assets/pledgebook.css", "body { color: black }")

    world.mkdocs("build")

    assert _page(world, "assets/pledgebook/pledgebook.css") == "body { color: black }"
    assert (world.folder / "site/assets/pledgebook/today.js").is_file()


def test_a_broken_template_stops_the_build_with_its_place(world: World) -> None:
    world.write("theme/pages/principle.html", "<h1>\n{{ item.titel }}</h1>")

    ran = world.mkdocs("build")

    assert ran.status == 1
    assert "theme/pages/principle.html:2:1: error[PB111]" in ran.err
    assert "Traceback" not in ran.err


def test_a_template_cannot_reach_into_the_program(world: World) -> None:
    world.write("theme/pages/principle.html", "{{ item.__class__.__mro__ }}")

    ran = world.mkdocs("build")

    assert ran.status == 1
    assert "error[PB111]" in ran.err


def test_an_error_in_the_handbook_stops_mkdocs_and_leaves_the_old_site(world: World) -> None:
    world.mkdocs("build")
    before = _page(world, "scenarios/late-delivery/index.html")
    world.change(
        "principles/scenarios/late-delivery.yml", "principle: keep-promises", "principle: kept"
    )

    for arguments in (("build",), ("build", "-q", "--strict")):
        ran = world.mkdocs(*arguments)
        assert ran.status == 1
        assert "late-delivery.yml:19:12: error[PB201] no principle is called `kept`" in ran.err
        assert _page(world, "scenarios/late-delivery/index.html") == before


def test_links_in_hand_written_pages_lead_to_items_and_not_in_code(world: World) -> None:
    world.write(
        "content/about.md",
        "# About\n\n[[keep-promises]], [[late-delivery|a late parcel]], [[better-early]] and "
        "`[[keep-promises]]`.\n\n    [[late-delivery]]\n\n```\n[[keep-promises]]\n```\n\n"
        "![[keep-promises]]\n",
    )

    ran = world.mkdocs("build", "--strict")

    assert ran.status == 0, ran.err
    html = _page(world, "about/index.html")
    assert '<a href="../principles/keep-promises/">Keep your promises</a>' in html
    assert '<a href="../scenarios/late-delivery/">a late parcel</a>' in html
    assert '<a href="../quotes/#better-early">Better early</a>' in html
    assert "<code>[[keep-promises]]</code>" in html
    assert "<code>[[late-delivery]]" in html
    assert html.count('class="pb-embed"') == 1


def test_another_theme_is_refused_with_the_lines_to_write(world: World) -> None:
    world.change("mkdocs.yml", "name: material", "name: mkdocs")

    ran = world.mkdocs("build")

    assert ran.status == 1
    assert "theme:\n  name: material" in ran.err


def test_the_edition_can_be_named_in_mkdocs_yml(world: World) -> None:
    world.write(
        "principles/scenarios/late-delivery.yml",
        world.read("principles/scenarios/late-delivery.yml")
        + "facilitator:\n  setup: Hide the clock.\n",
    )
    world.mkdocs("build", "-d", "site-employees")
    world.change("mkdocs.yml", "  - pledgebook", "  - pledgebook:\n      edition: trainers")

    world.mkdocs("build")

    assert "Hide the clock" in _page(world, "scenarios/late-delivery/index.html")
    everything = "".join(
        path.read_text(encoding="utf-8", errors="replace")
        for path in (world.folder / "site-employees").rglob("*")
        if path.is_file()
    )
    assert "Hide the clock" not in everything


def test_a_site_with_an_address_names_it_wherever_other_programs_look(world: World) -> None:
    world.change("mkdocs.yml", "docs_dir:", "site_url: https://serve.example.org/book/\ndocs_dir:")
    world.write(
        "principles/decks/pledges.yml",
        "title: Pledges\ncards: [keep-promises]\nlayout: principle-pledge\nstock: a6-4up\n"
        "back: pledge\n",
    )

    ran = world.mkdocs("build", "--strict")

    assert ran.status == 0, ran.err
    address = "https://serve.example.org/book/principles/keep-promises/"
    html = _page(world, "principles/keep-promises/index.html")
    assert f'<link rel="canonical" href="{address}">' in html
    assert f"<loc>{address}</loc>" in _page(world, "sitemap.xml")
    [picture] = re.findall(r'property="og:image" content="([^"]+)"', html)
    assert picture.startswith("https://serve.example.org/book/cards/")
    path = world.folder / "site" / picture.removeprefix("https://serve.example.org/book/")
    assert path.read_bytes().startswith(b"\x89PNG")
    assert "What we promise, we do." in html.split('og:image:alt" content="')[1].split('"')[0]


def test_hostile_text_stays_text(world: World) -> None:
    hostile = "</title><script>alert(1)</script>{{ 7*7 }}"
    world.change("principles/keep-promises.yml", "title: Keep your promises", f'title: "{hostile}"')
    world.change("principles/handbook.yml", "title: A small handbook", f'title: "{hostile}"')

    ran = world.mkdocs("build")

    assert ran.status == 0, ran.err
    for path in Path(world.folder / "site").rglob("*"):
        # handbook.json is data for programs, which escape what they show themselves.
        if path.suffix in {".html", ".json", ".xml"} and path.name != "handbook.json":
            assert "<script>alert" not in path.read_text(encoding="utf-8"), path
    assert "49" not in _content(_page(world, "principles/keep-promises/index.html"))


def test_a_long_section_is_not_listed_in_the_navigation_but_its_pages_belong_to_it(
    world: World,
) -> None:
    scenario = world.read("principles/scenarios/late-delivery.yml")
    for number in range(80):
        world.write(f"principles/scenarios/late-{number}.yml", scenario)

    ran = world.mkdocs("build", "--strict")

    assert ran.status == 0, ran.err
    sidebar = _page(world, "scenarios/late-7/index.html").split("<article", 1)[0]
    assert 'href="../late-8/"' not in sidebar
    active = re.search(r"md-tabs__item--active.*?</a>", sidebar, re.DOTALL)
    assert active is not None and "Scenarios" in active.group()
