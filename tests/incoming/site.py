"""A web site on this machine, for the tests: pages that can be changed, and a list of what was asked for."""

from __future__ import annotations

import dataclasses
import http.server
import threading
import time
from collections.abc import Mapping

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:site_name" content="{site}"><meta property="article:published_time" content="{day}">{head}</head>
<body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>{body}</article><footer>All rights reserved.</footer>
</body></html>"""


def page(
    title: str,
    *paragraphs: str,
    site: str = "The Dunmere Courier",
    day: str = "2024-02-08T10:00:00+00:00",
    head: str = "",
) -> bytes:
    """A page of news."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return PAGE.format(title=title, site=site, day=day, body=body, head=head).encode()


@dataclasses.dataclass(slots=True)
class Reply:
    """What the site sends for a path."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = dataclasses.field(default_factory=dict)
    seconds: float = 0.0
    """How long each kilobyte takes."""


@dataclasses.dataclass(slots=True)
class Request:
    """What the site was asked for, when (monotonic seconds), with which headers."""

    path: str
    at: float
    headers: dict[str, str]


class Site:
    """A web server; `replies` are what it has by path, `requests` what was asked for."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply] = {}
        self.requests: list[Request] = []
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Site:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def put(self, path: str, body: bytes | str, status: int = 200, seconds: float = 0.0, **headers: str) -> str:
        """Have something at a path from now on; returns its address."""
        data = body.encode() if isinstance(body, str) else body
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = Reply(data, status, said, seconds)
        return self.url + path

    def paths(self) -> list[str]:
        """The paths that were asked for, in order, but for robots.txt."""
        return [request.path for request in self.requests if request.path != "/robots.txt"]

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.requests.append(
                    Request(self.path, time.monotonic(), {k.lower(): v for k, v in self.headers.items()})
                )
                reply = site.replies.get(self.path, Reply(b"not here", 404))
                etag, since = reply.headers.get("ETag"), reply.headers.get("Last-Modified")
                asked = self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
                if (etag and asked[0] == etag) or (since and not etag and asked[1] == since):
                    reply = Reply(b"", 304, reply.headers)
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                try:
                    for start in range(0, len(reply.body), 1024 if reply.seconds else 65536):
                        self.wfile.write(reply.body[start : start + (1024 if reply.seconds else 65536)])
                        time.sleep(reply.seconds)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        return Handler
