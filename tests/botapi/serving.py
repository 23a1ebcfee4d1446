"""An HTTP server for this machine only, at work in threads of its own for as long as its context lasts."""

from __future__ import annotations

import http.server
import sys
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Self

_LOOK_EVERY_S = 0.01
"""Seconds after which the server sees that it is to stop."""


class LocalHandler(http.server.BaseHTTPRequestHandler):
    """Answers the requests of one connection, which stays open."""

    protocol_version = "HTTP/1.1"

    def send(self, status: int, payload: bytes, headers: Mapping[str, str]) -> None:
        """Answer; where nobody listens any more, the connection is closed."""
        try:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(payload))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(payload)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for the bot's own log."""


class LocalServer(http.server.ThreadingHTTPServer):
    """Hands each request to a handler, whose `server` it is."""

    daemon_threads = True
    request_queue_size = 512
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of whoever has gone in the middle of a call; all else is an error of a test's."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def __init__(self, handler: type[LocalHandler], port: int = 0) -> None:
        """Listen at a port, 0 for any free one. Raises OSError if it is taken."""
        super().__init__(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": _LOOK_EVERY_S}, daemon=True)

    @property
    def url(self) -> str:
        """The server's address."""
        return f"http://127.0.0.1:{self.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, type_: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.server_close()
