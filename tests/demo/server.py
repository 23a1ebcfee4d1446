"""The demo's page over HTTP, for this machine only: the page, what the chats hold, and what people do."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from http import HTTPStatus
from importlib.resources import files
from typing import Final
from urllib.parse import parse_qs, urlsplit

import msgspec
from botapi.serving import LocalHandler, LocalServer
from botapi.world import Json

from demo.stage import Deed, DeedError, Stage

LONGEST_BODY: Final = 100_000
"""Bytes of a request."""
_POLL_SECONDS: Final = 20.0
_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class DemoServer(LocalServer):
    """The page at `url`. A context manager. Raises OSError if the port is taken; port 0 is any free one."""

    def __init__(self, stage: Stage, port: int = 0) -> None:
        super().__init__(_Handler, port)
        self.stage = stage


def page() -> tuple[str, str]:
    """The page, and the policy that lets it run its own script and nothing else."""
    html = files("demo").joinpath("page.html").read_text(encoding="utf-8")
    script = _SCRIPT.search(html)
    digest = base64.b64encode(hashlib.sha256((script[1] if script else "").encode()).digest()).decode()
    return html, (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


class _Handler(LocalHandler):
    server: DemoServer

    def do_GET(self) -> None:  # noqa: N802  (http.server's name for it)
        if not self._is_own():
            return
        address = urlsplit(self.path)
        if address.path == "/":
            html, policy = page()
            own = {"Content-Security-Policy": policy, "Referrer-Policy": "no-referrer"}
            self._send(HTTPStatus.OK, html.encode(), "text/html; charset=utf-8", **own)
        elif address.path == "/state":
            seen = parse_qs(address.query).get("seen", [""])[0]
            self._send_json(HTTPStatus.OK, self.server.stage.state_after(seen, _POLL_SECONDS))
        elif picture := self.server.stage.world.files.get(address.path.removeprefix("/picture/")):
            self._send(HTTPStatus.OK, picture, "image/png")
        else:
            self._send_json(HTTPStatus.NOT_FOUND, {"error": "there is nothing here"})

    def do_POST(self) -> None:  # noqa: N802  (http.server's name for it)
        length = self.headers.get("Content-Length") or "0"
        if not length.isdigit() or int(length) > LONGEST_BODY:
            self.close_connection = True
            self._send_json(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": "that is too long"})
            return
        body = self.rfile.read(int(length))
        if not self._is_own():
            return
        if self.path != "/do" or self.headers.get_content_type() != "application/json":
            self._send_json(HTTPStatus.NOT_FOUND, {"error": "JSON goes to /do"})
            return
        try:
            done = self.server.stage.do(msgspec.json.decode(body, type=Deed))
        except (msgspec.DecodeError, DeedError, UnicodeError) as error:
            self._send_json(HTTPStatus.BAD_REQUEST, {"error": str(error)})
        except AssertionError:  # the bot has not answered in time
            self._send_json(HTTPStatus.GATEWAY_TIMEOUT, {"error": "the bot does not answer"})
        else:
            self._send_json(HTTPStatus.OK, done)

    def _is_own(self) -> bool:
        """Whether the request is for this very address; another site's page, or name, has no business here."""
        port = self.server.server_port
        if self.headers.get("Host") in (f"127.0.0.1:{port}", f"localhost:{port}"):
            return True
        self._send_json(HTTPStatus.FORBIDDEN, {"error": "open the page by the address that was printed"})
        return False

    def _send_json(self, status: HTTPStatus, answer: Json) -> None:
        self._send(status, json.dumps(answer).encode(), "application/json")

    def _send(self, status: HTTPStatus, payload: bytes, type_: str, **own: str) -> None:
        self.send(
            status,
            payload,
            {"Content-Type": type_, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **own},
        )
