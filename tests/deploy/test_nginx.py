"""The nginx recipe of the docs, run as it stands there."""

from __future__ import annotations

import base64
import os
import re
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from tests.world import World

RECIPE = Path(__file__).parents[2] / "docs" / "deployment.md"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")

if NGINX is None and not os.environ.get("CI"):
    pytest.skip("nginx is not installed; `sh tests/install.sh` does", allow_module_level=True)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    text: str


@dataclass(frozen=True)
class Served:
    """A handbook that has been published and is served by nginx."""

    world: World
    address: str

    def get(self, path: str, password: str = "") -> Answer:
        request = urllib.request.Request(self.address + path)
        if password:
            credentials = base64.b64encode(f"trainer:{password}".encode()).decode()
            request.add_header("Authorization", f"Basic {credentials}")
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return Answer(answer.status, answer.headers, answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read().decode("utf-8"))


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _configure(world: World, folder: Path, port: int) -> str:
    """The recipe, with this test's folders, port and policy in the place of the examples."""
    [recipe] = re.findall(r"```nginx\n(.*?)```", RECIPE.read_text(encoding="utf-8"), re.DOTALL)
    policy = world.read("published/employees/csp.txt").strip()
    for old, new in (
        ("POLICY", policy),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("/srv/handbook/", f"{world.folder}/published/"),
        ("/etc/nginx/handbook-trainers", f"{folder}/passwords"),
    ):
        assert old in recipe
        recipe = recipe.replace(old, new)
    user = "user root;" if os.geteuid() == 0 else ""
    return (
        f"{user} daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\n  types {{ text/html html; text/css css; }}\n"
        f"  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;\n"
        f"  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n"
        f"{recipe}}}\n"
    )


@pytest.fixture
def served(world: World, tmp_path: Path) -> Iterator[Served]:
    assert NGINX is not None, "nginx is not installed"
    world.change("principles/keep-promises.yml", "owner:", "aliases: [our-word]\nowner:")
    world.write("content/run.md", "---\naudience: [trainers]\n---\n# Behind the curtain\n")
    assert world.pledgebook("publish", "-q").status == 0
    folder = tmp_path / "nginx"
    folder.mkdir()
    (folder / "passwords").write_text("trainer:{PLAIN}open sesame\n", encoding="utf-8")
    port = _free_port()
    (folder / "nginx.conf").write_text(_configure(world, folder, port), encoding="utf-8")
    process = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")])
    found = Served(world, f"http://127.0.0.1:{port}")
    deadline = time.monotonic() + 15
    while True:
        try:
            found.get("/")
            break
        except (urllib.error.URLError, ConnectionError):
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.05)
    yield found
    process.terminate()
    process.wait(timeout=15)


def test_the_recipe_serves_the_handbook_safely(served: Served) -> None:
    home = served.get("/")
    assert home.status == 200
    assert home.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert home.headers["X-Content-Type-Options"] == "nosniff"
    assert home.headers["Cache-Control"] == "no-cache"

    [style] = re.findall(r'href="(assets/pledgebook/pledgebook\.css\?v=[0-9a-f]+)"', home.text)
    assert served.get(f"/{style}").headers["Cache-Control"] == "public, max-age=31536000, immutable"

    lost = served.get("/principles/no-such-page/")
    assert lost.status == 404
    assert "This page is not here" in lost.text

    old = served.get("/principles/our-word/")
    assert old.status == 200
    assert "url=../../principles/keep-promises/" in old.text

    assert served.get("/trainers/run/").status == 401
    assert served.get("/trainers/run/", "guessed").status == 401
    assert "Behind the curtain" in served.get("/trainers/run/", "open sesame").text
    assert served.get("/run/").status == 404


def test_twenty_readers_get_whole_pages_while_it_is_published(served: Served) -> None:
    world, stop = served.world, threading.Event()
    faults: list[str] = []
    reads: list[str] = []

    def read() -> None:
        while not stop.is_set():
            answer = served.get("/principles/keep-promises/")
            states = set(re.findall(r"State\d", answer.text)) or {"first"}
            if answer.status != 200 or len(states) != 1 or "</html>" not in answer.text:
                faults.append(f"{answer.status} {states}")
            reads.extend(states)

    readers = [threading.Thread(target=read) for _ in range(20)]
    for reader in readers:
        reader.start()
    try:
        text = world.read("principles/keep-promises.yml")
        for number in range(3):
            state = text.replace("Keep your promises", f"State{number}")
            world.write(
                "principles/keep-promises.yml", state.replace("Service lead", f"State{number}")
            )
            assert world.pledgebook("publish", "-q").status == 0
    finally:
        stop.set()
        for reader in readers:
            reader.join()

    assert faults == []
    assert "State2" in served.get("/principles/keep-promises/").text
    assert len(reads) > 100
