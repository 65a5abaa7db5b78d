"""How a Neo4j database is reached: address, user, password and name of the database, and the driver's sessions."""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import urlsplit

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, ManagedTransaction, Session, unit_of_work
from neo4j.exceptions import DriverError, IncompleteCommit
from neo4j.exceptions import Neo4jError as DatabaseError

from kg.errors import Neo4jError
from kg.stores.neo4j_errors import server_errors
from kg.stores.worker import Worker

OLDEST = 5
"""The oldest major version of Neo4j whose dialect the queries are written in."""
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_SECONDS_TO_CONNECT = 10.0
_SECONDS_TO_GREET = 20.0
_SECONDS_TO_CLOSE = 2.0
_SECONDS_TO_RETRY = 15.0
PATIENCE = 120.0
"""Seconds of silence after which the server is given up."""
_COMMITS = 3
_PAUSE = 0.2
_VERSION = re.compile(r"Neo4j/(?P<major>\d+)")
# What the server remarks on a query goes to the user with the rows; without a handler Python would print it as well.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

T = TypeVar("T")
Ask = Callable[[str, bool], str]
"""Asks the user for something by name; the flag says whether it stays hidden."""


@dataclass(frozen=True, slots=True)
class Access:
    """Where a database is and who asks. An empty password stands for a server without authentication."""

    uri: str
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None

    @classmethod
    def from_environment(cls, uri: str | None = None, ask: Ask | None = None) -> Access:
        """``uri`` (or ``NEO4J_URI``) with ``NEO4J_USERNAME``, ``NEO4J_PASSWORD`` and ``NEO4J_DATABASE``.

        Args:
            uri: the address.
            ask: asks for the user and the password where the environment has none.

        Raises:
            Neo4jError: no address, or one of another kind; a password within it, or none anywhere.
        """
        address = uri or os.environ.get("NEO4J_URI") or ""
        if not address:
            raise Neo4jError("name a Neo4j with --neo4j URI, or set NEO4J_URI")
        if urlsplit(address).scheme not in SCHEMES:
            raise Neo4jError(f"{address} is no address of a Neo4j; write bolt://HOST:7687 or neo4j://HOST:7687")
        if "@" in urlsplit(address).netloc:
            raise Neo4jError("leave user and password out of the address; set NEO4J_USERNAME and NEO4J_PASSWORD")
        username, password = os.environ.get("NEO4J_USERNAME"), os.environ.get("NEO4J_PASSWORD")
        if password is None and ask is None:
            raise Neo4jError(f"there is no password for {address}; set NEO4J_PASSWORD (empty for none)")
        if password is None and ask is not None:
            username = username or ask(f"User at {address}", False)
            password = ask("Password", True)
        return cls(address, username or "neo4j", password or "", os.environ.get("NEO4J_DATABASE") or None)


class Connection:
    """An open driver that always names its database; use it in a ``with`` block."""

    def __init__(self, driver: Driver, uri: str, database: str) -> None:
        """Use :meth:`open`."""
        self._driver = driver
        self.uri = uri
        self.database = database
        self._idle: list[Worker] = []

    @classmethod
    def open(cls, access: Access) -> Connection:
        """Reach the server; where no database is named, take the one that the server gives this user.

        Raises:
            Neo4jError: it cannot be reached, does not let the user in, is too old, or lacks the database.
        """
        with server_errors(access.uri, access.database):
            try:
                driver = GraphDatabase.driver(
                    access.uri,
                    auth=(access.username, access.password) if access.password else None,
                    connection_timeout=_SECONDS_TO_CONNECT,
                    connection_acquisition_timeout=_SECONDS_TO_GREET,
                    max_transaction_retry_time=_SECONDS_TO_RETRY,
                    user_agent="reformkg",
                )
            except ValueError as error:
                raise Neo4jError(f"{access.uri} is no address of a Neo4j; write bolt://HOST:7687 ({error})") from error
            try:
                name = within(_SECONDS_TO_GREET, lambda: _greet(driver, access), driver, access.uri, [])
                return cls(driver, access.uri, name)
            except BaseException:
                driver.close()
                raise

    def session(self, write: bool = False, remarks: bool = False) -> Session:
        """A session on the database that reads, or with ``write`` also writes; with ``remarks`` on the statements."""
        return self._driver.session(
            database=self.database,
            default_access_mode=WRITE_ACCESS if write else READ_ACCESS,
            notifications_min_severity="WARNING" if remarks else "OFF",
        )

    def read(self, statement: str, session: Session | None = None, **parameters: Any) -> list[list[Any]]:
        """All rows of one reading statement of ours, tried again after a passing failure.

        Given the ``session`` that wrote, it sees what that wrote on a cluster as well.
        """
        heard = time.monotonic()

        def rows(transaction: ManagedTransaction) -> list[list[Any]]:
            nonlocal heard
            found = []
            for record in transaction.run(statement, parameters):
                found.append(list(record.values()))
                heard = time.monotonic()
            return found

        def read() -> list[list[Any]]:
            with ExitStack() as stack:
                reading = session or stack.enter_context(self.session())
                return reading.execute_read(rows)

        with server_errors(self.uri, self.database):
            return self.within(PATIENCE, read, lambda: heard)

    def write(self, session: Session, statement: str, patience: float | None = None, **parameters: Any) -> None:
        """Run one writing statement of ours in a transaction of its own, tried again after a passing failure.

        The server must have done it after ``patience`` seconds (None: ``PATIENCE``).
        It must be idempotent: where the connection broke while it was committed, nobody knows whether it was.
        """

        def run(transaction: ManagedTransaction) -> None:
            transaction.run(statement, parameters).consume()

        with server_errors(self.uri, self.database):
            for left in reversed(range(_COMMITS)):
                try:
                    self.within(PATIENCE if patience is None else patience, lambda: session.execute_write(run))
                    return
                except IncompleteCommit:
                    if not left:
                        raise

    def within(self, seconds: float | None, work: Callable[[], T], heard: Callable[[], float] | None = None) -> T:
        """What ``work`` gives, which asks the server, and must be done in so many seconds (None: in any time).

        Args:
            seconds: the time that it has.
            work: asks the server.
            heard: when the server was last heard of, by ``time.monotonic``; the time begins anew then.

        Raises:
            Neo4jError: it is not; the connections are broken off then.
        """
        return within(seconds, work, self._driver, self.uri, self._idle, heard)

    def close(self) -> None:
        """Let go of the connections."""
        self._driver.close()
        while self._idle:
            self._idle.pop().end()

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def within(
    seconds: float | None,
    work: Callable[[], T],
    driver: Driver,
    uri: str,
    idle: list[Worker],
    heard: Callable[[], float] | None = None,
) -> T:
    """As :meth:`Connection.within`.

    The driver waits for an answer without end. So ``work`` runs in a thread, one of ``idle`` where there is one, and
    where it takes too long, its connection is broken off under it.
    """
    if seconds is None:
        return work()
    try:
        worker = idle.pop()
    except IndexError:
        worker = Worker()
    start, done = time.monotonic(), False
    worker.begin(work)
    try:
        while (left := max(start, heard() if heard else start) + seconds - time.monotonic()) > 0:
            if worker.is_done(left):
                done = True
                found: T = worker.outcome()
                return found
    finally:
        idle.append(worker) if done else worker.end()
    closing = Thread(target=driver.close, daemon=True)
    closing.start()
    closing.join(_SECONDS_TO_CLOSE)
    raise Neo4jError(f"{uri} did not answer for {seconds:g} s; see whether the server is well, and try again")


def repeated(work: Callable[[], T], attempts: int) -> T:
    """What ``work`` gives, tried again where the connection broke or the server says that the failure passes."""
    for left in reversed(range(attempts)):
        try:
            return work()
        except (DriverError, DatabaseError) as error:
            if not left or not error.is_retryable():
                raise
        time.sleep(_PAUSE)
    raise AssertionError("at least one attempt")


def limited(work: Callable[[ManagedTransaction], T], timeout: float | None) -> Callable[[ManagedTransaction], T]:
    """``work`` in a transaction that the server ends after ``timeout`` seconds (None: its own limit)."""
    bounded: Callable[[ManagedTransaction], T] = unit_of_work(timeout=timeout)(work)
    return bounded


def require_version(uri: str, agent: str) -> None:
    """Refuse a server whose ``agent`` (``Neo4j/5.26.30``) is of an older major version than ``OLDEST``.

    Raises:
        Neo4jError: it is.
    """
    found = _VERSION.match(agent)
    if found and int(found["major"]) < OLDEST:
        raise Neo4jError(f"{uri} runs {agent}; {OLDEST} or newer is needed")


def _greet(driver: Driver, access: Access) -> str:
    if access.database == "system":
        raise Neo4jError(f"the database system of {access.uri} holds no graphs; set NEO4J_DATABASE to another one")
    with driver.session(database=access.database, default_access_mode=READ_ACCESS) as session:
        summary = session.run("RETURN 1").consume()
    require_version(access.uri, summary.server.agent)
    return str(summary.database or access.database or "neo4j")
