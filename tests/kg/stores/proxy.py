"""A way to a server that can be broken: what passes through it, and connections that break off at a chosen moment."""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self


class Proxy:
    """Passes connections on 127.0.0.1 on to ``port``; use it in a ``with`` block."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.connections = 0
        self.passed = 0
        """The bytes that went through, either way."""
        self.cut_at: int | None = None
        """After how many bytes all connections break off, once; None for never."""
        self.deaf = False
        """Whether answers of the server are lost and the connection with them."""
        self.stalled = False
        """Whether answers of the server stay away although the connections stand."""
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.getsockname()[1])

    def break_all(self) -> None:
        """Break off all connections that are open now."""
        for end in self._open:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def die(self) -> None:
        """Break off all connections, and take no new ones."""
        self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for the next one
        self._listener.close()
        self.break_all()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                self.connections += 1
                self._open += [client, server]
                threading.Thread(target=self._pass, args=(client, server, False), daemon=True).start()
                threading.Thread(target=self._pass, args=(server, client, True), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, answers: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if answers and self.deaf:
                    self.deaf = False
                    self.break_all()
                    return
                if answers and self.stalled:
                    continue
                left = len(data) if self.cut_at is None else max(0, self.cut_at - self.passed)
                self.passed += len(data)
                target.sendall(data[:left])
                if left < len(data):
                    self.cut_at = None
                    self.break_all()
                    return
            target.shutdown(socket.SHUT_WR)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.break_all()
        self._listener.close()
