"""Starting a real Neo4j: passwords of any kind, and what a start that fails says and leaves behind, which is nothing.

The tests ask for ``neo4j_access`` only so that the jars are there, and to be skipped where Java or Maven is not.
"""

from __future__ import annotations

import os
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.stores.neo4j_access import Access, Connection
from tests.scripts.starting import SCRIPTS, start


@dataclass(frozen=True)
class Place:
    """Where one server's state and its temporary folders go."""

    folder: Path

    @property
    def state(self) -> Path:
        return self.folder / "state" / "server.json"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    def run(self, action: str, *options: object, **environment: str) -> subprocess.CompletedProcess[str]:
        environment = {"TMPDIR": str(self.temporary), "NEO4J_PASSWORD": "", **environment}
        return start("neo4j-server", action, "--state", self.state, *options, folder=self.folder, **environment)

    def left(self) -> list[str]:
        """Files and processes that are there still (processes only where there is a /proc)."""
        processes = [path.parent.name for path in Path("/proc").glob("[0-9]*/environ") if self._started(path)]
        return [path.name for path in (*self.temporary.iterdir(), *self.folder.glob("state/*"))] + processes

    def _started(self, environment: Path) -> bool:
        try:
            return f"TMPDIR={self.temporary}\0".encode() in environment.read_bytes()
        except OSError:  # another user's, or gone meanwhile
            return False


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    made.temporary.mkdir()
    yield made
    made.run("stop")


@pytest.mark.parametrize("password", ["-Abcdefgh12345", "--verbose-$HOME 'x'"])
def test_a_password_may_begin_with_a_dash(neo4j_access: Access, place: Place, password: str) -> None:
    started = place.run("start", NEO4J_PASSWORD=password)
    assert (started.returncode, started.stderr) == (0, "")
    said = dict(word.split("=", 1) for word in shlex.split(started.stdout) if "=" in word)
    assert said["NEO4J_PASSWORD"] == password
    with Connection.open(Access(said["NEO4J_URI"], said["NEO4J_USERNAME"], password)) as connection:
        assert connection.read("RETURN 1") == [[1]]
    assert place.run("status").returncode == 0
    assert place.run("stop").returncode == 0
    assert place.left() == []


def test_a_password_that_neo4j_refuses(neo4j_access: Access, place: Place) -> None:
    started = place.run("start", NEO4J_PASSWORD="short")
    told = "neo4j-server: the password could not be set: A password must be at least 8 characters.\n"
    assert (started.returncode, started.stdout, started.stderr) == (2, "", told)
    assert place.left() == []


def test_a_port_that_is_taken(neo4j_access: Access, place: Place) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        started = place.run("start", "--port", taken.getsockname()[1])
    assert (started.returncode, started.stdout) == (2, "")
    assert started.stderr.startswith("neo4j-server: the server ended at its start: ")
    assert "Address already in use" in started.stderr
    assert started.stderr.count("\n") == 1
    assert place.left() == []


def test_without_java(place: Place) -> None:
    started = place.run("start", PATH=str(place.folder), JAVA_HOME="")
    told = "neo4j-server: Java is not installed (17 or newer is needed)\n"
    assert (started.returncode, started.stdout, started.stderr) == (2, "", told)
    assert place.left() == []


def test_a_state_file_that_cannot_be_written_leaves_no_server_that_nobody_knows_of(
    neo4j_access: Access, place: Place
) -> None:
    place.state.parent.write_text("a file where the folder should be", encoding="utf-8")
    started = place.run("start")
    assert (started.returncode, started.stdout) == (2, "")
    assert started.stderr.startswith(f"neo4j-server: what runs could not be noted in {place.state}: ")
    assert place.left() == []


def test_a_start_that_is_ended_takes_its_server_along(neo4j_access: Access, place: Place) -> None:
    command = [sys.executable, SCRIPTS / "neo4j-server", "start", "--state", place.state]
    starting = subprocess.Popen(command, env={**os.environ, "TMPDIR": str(place.temporary)})
    while not any("Starting" in log.read_text(encoding="utf-8") for log in place.temporary.glob("*/logs/console.log")):
        assert starting.poll() is None
        time.sleep(0.05)
    starting.terminate()
    assert starting.wait() == 128 + signal.SIGTERM
    assert place.left() == []
