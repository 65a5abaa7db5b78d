"""A real Neo4j for the tests: one server for a whole run, started and stopped by scripts/neo4j-server.

With REFORMKG_NEO4J_STATE, the state file of a server that the script started, that one is used and left running: who
runs few tests often is spared its start. Its data are wiped. With REFORMKG_NEO4J_VERSION, that version is run: 2026.08.1,
for instance, where the Java of JAVA_HOME, or else the first one, is 21 or newer.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.stores.neo4j_access import Access, Connection
from tests.requirements import missing, refuse_in_a_fast_run

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "neo4j-server"
COMPARED: Counter[str] = Counter()
"""Queries that were run on both stores, by what came of it; told at the end of a run."""


@pytest.fixture(scope="session")
def neo4j_access(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Access]:
    """A server of this run's own; skips where Java or Maven is missing."""
    refuse_in_a_fast_run(request)
    kept = os.environ.get("REFORMKG_NEO4J_STATE")
    state = kept or str(tmp_path_factory.mktemp("neo4j") / "server.json")
    command = [sys.executable, str(SCRIPT), "--state", state]
    version = os.environ.get("REFORMKG_NEO4J_VERSION")
    starting = [*command, "start", *(["--version", version] if version else [])]
    started = subprocess.run(starting, capture_output=True, text=True, check=False)
    if started.returncode:
        missing("neo4j", started.stderr.strip() or "the Neo4j server did not start")
    said = dict(word.split("=", 1) for word in shlex.split(started.stdout) if "=" in word)
    try:
        yield Access(said["NEO4J_URI"], said["NEO4J_USERNAME"], said["NEO4J_PASSWORD"], "neo4j")
    finally:
        if not kept:
            subprocess.run([*command, "stop"], check=False)


@pytest.fixture
def database(neo4j_access: Access) -> Iterator[Connection]:
    """An empty database: Community has a single one, so each test cleans it first."""
    with Connection.open(neo4j_access) as connection:
        clean(connection)
        yield connection


def clean(connection: Connection) -> None:
    """Remove all nodes and relationships. Constraints stay: making them anew takes long, and the queries' plans go."""
    run(connection, "MATCH (n) DETACH DELETE n")


def drop_constraints(connection: Connection) -> None:
    """Remove all constraints."""
    for name, *_ in connection.read("SHOW CONSTRAINTS YIELD name"):
        run(connection, f"DROP CONSTRAINT `{name}`")


def run(connection: Connection, statement: str) -> None:
    """Run a writing statement."""
    with connection.session(write=True) as session:
        connection.write(session, statement)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In a process of a parallel run: hand the counts to the one that tells them."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["compared"] = dict(COMPARED)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take over the counts of a process of a parallel run."""
    COMPARED.update(getattr(node, "workeroutput", {}).get("compared", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if COMPARED:
        found = ", ".join(f"{count} {what}" for what, count in sorted(COMPARED.items()))
        terminalreporter.write_line(f"queries on the embedded engine and on Neo4j: {found}")
