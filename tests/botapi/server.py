"""The HTTP side: requests → methods → answers in Telegram's form."""

from __future__ import annotations

import collections
import contextlib
import email
import email.message
import json
import re
import socket
import struct
import time
from collections.abc import Iterator
from urllib.parse import parse_qsl

from botapi.faults import Reply, Trouble
from botapi.methods import RefusalError, call
from botapi.serving import LocalHandler, LocalServer
from botapi.world import Chat, Json, Person, World

_PATH = re.compile(r"/bot([^/]+)/([A-Za-z]+)")


class BotApi(LocalServer):
    """A Bot API server at `url` with a single bot, and the chats that it is in. A context manager."""

    def __init__(self, token: str, bot: Person) -> None:
        super().__init__(_Handler)
        self.token = token
        self.world = World(bot)
        self.calls: list[tuple[str, Json]] = []
        self.faults: dict[str, collections.deque[RefusalError]] = collections.defaultdict(collections.deque)
        self.trouble: Trouble | None = None
        self.hang_ups: dict[str, collections.deque[bool]] = collections.defaultdict(collections.deque)
        self.bodies: dict[str, bytes] = {}
        """What is answered to these methods, whatever they are asked."""
        self.garbled: list[str] = []
        """The methods that were answered so."""
        self.refused: list[tuple[str, str]] = []
        """The methods whose calls were refused and the description."""

    def private_chat(self, person: Person) -> Chat:
        """The private chat of a person with the bot."""
        chat = {"id": person.id, "type": "private", "first_name": person.first_name}
        self.world.chats[person.id] = chat
        return Chat(self.world, person.id)

    def group(self, chat_id: int = -1001, title: str = "A group", *, is_forum: bool = False) -> Chat:
        """A supergroup with the bot in it, which hears every message (privacy mode off)."""
        chat: Json = {"id": chat_id, "type": "supergroup", "title": title}
        self.world.chats[chat_id] = chat | ({"is_forum": True} if is_forum else {})
        return Chat(self.world, chat_id)

    def channel(self, chat_id: int = -3001, title: str = "A channel") -> Chat:
        """A channel that the bot administers."""
        self.world.chats[chat_id] = {"id": chat_id, "type": "channel", "title": title}
        self.world.ranks[chat_id, self.world.bot.id] = "administrator"
        return Chat(self.world, chat_id)

    def small_group(self, chat_id: int = -501, title: str = "A small group") -> Chat:
        """A group that is no supergroup yet."""
        self.world.chats[chat_id] = {"id": chat_id, "type": "group", "title": title}
        return Chat(self.world, chat_id)

    def type_inline(self, person: Person, text: str, offset: str = "") -> str:
        """Type after the bot's name in any chat; the query's id."""
        query: Json = {"id": self.world.next_query_id(), "from": person.as_json(), "query": text, "offset": offset}
        with self.world.changed:
            self.world.queries[query["id"]] = query
            self.world.announce("inline_query", query)
        return str(query["id"])

    def results(self, query_id: str) -> Json:
        """Wait for the answer to an inline query: what answerInlineQuery was called with."""
        found: Json = self.world.wait(
            f"results of query {query_id}", lambda: self.world.queries[query_id].get("answered")
        )
        return found

    def hang_up_next(self, method: str, *, done: bool) -> None:
        """Let the connection break at the next call of this method, before anything is done or after."""
        self.hang_ups[method].append(done)

    @contextlib.contextmanager
    def in_trouble(self, trouble: Trouble) -> Iterator[Trouble]:
        """The server is in trouble while the body runs."""
        self.trouble = trouble
        try:
            yield trouble
        finally:
            self.trouble, trouble.is_over = None, True

    def fail_next(self, method: str, refusal: RefusalError) -> None:
        """Let the next call of this method fail so."""
        self.faults[method].append(refusal)

    def handle(self, token: str, method: str, given: Json) -> tuple[int, Json] | None:
        """The status and the answer to one request; None if the connection breaks instead."""
        if self.hang_ups[method]:
            if self.hang_ups[method].popleft():
                self._result(token, method, given)
            return None
        try:
            result = self._result(token, method, given)
        except RefusalError as refusal:
            self.refused.append((method, refusal.description))
            error: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
            return refusal.code, error | ({"parameters": refusal.parameters} if refusal.parameters else {})
        return 200, {"ok": True, "result": result}

    def _result(self, token: str, method: str, given: Json) -> object:
        if token != self.token:
            raise RefusalError(401, "Unauthorized")
        with self.world.changed:
            self.calls.append((method, given))
            if self.faults[method]:
                raise self.faults[method].popleft()
            result = call(self.world, method, given)
            self.world.changed.notify_all()
            return result


class _Handler(LocalHandler):
    server: BotApi

    def do_POST(self) -> None:  # noqa: N802  (http.server's name for it)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        match = _PATH.fullmatch(self.path)
        if match is None:
            self._send(404, {"ok": False, "error_code": 404, "description": "Not Found"})
            return
        if match[2] in self.server.bodies:
            self.server.garbled.append(match[2])
            self.send(200, self.server.bodies[match[2]], {"Content-Type": "application/json"})
            return
        try:
            given = self._parameters(body)
        except UnicodeError:
            self._send(400, {"ok": False, "error_code": 400, "description": "Bad Request: no UTF-8"})
            return
        trouble = self.server.trouble
        if trouble is not None and trouble.meets(match[2], given):
            if trouble.done:
                self.server.handle(match[1], match[2], given)
            reply = trouble.reply()
            if reply.drips:
                self._drip(reply, trouble)
            else:
                self._reply(reply)
            return
        answer = self.server.handle(match[1], match[2], given)
        if answer is None:
            self.close_connection = True
        else:
            self._send(*answer)

    def do_GET(self) -> None:  # noqa: N802  (http.server's name for it)
        self.do_POST()

    def _parameters(self, body: bytes) -> Json:
        if self.headers.get("Content-Type", "").startswith("application/json"):
            parameters: Json = json.loads(body)
            return parameters
        if self.headers.get("Content-Type", "").startswith("multipart/form-data"):
            return _form(self.headers["Content-Type"], body)
        return dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=bool(body), errors="strict"))

    def _reply(self, reply: Reply) -> None:
        if reply.status is None:  # a reset: what was sent is not acknowledged
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
        else:
            self.send(reply.status, reply.body, {"Content-Type": "application/json"})

    def _drip(self, reply: Reply, trouble: Trouble) -> None:
        self.close_connection = True
        try:
            self.wfile.write(b"HTTP/1.1 %d\r\nContent-Length: %d\r\n\r\n" % (reply.status or 0, len(reply.body)))
            while trouble.goes_on:
                self.wfile.write(b" ")
                time.sleep(1)
        except OSError:  # it has been cut
            return

    def _send(self, status: int, answer: Json) -> None:
        self.send(status, json.dumps(answer).encode(), {"Content-Type": "application/json"})


def _form(content_type: str, body: bytes) -> Json:
    """The fields of a form with files: texts as str, files as bytes."""
    message = email.message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    fields: Json = {}
    for part in message.get_payload():
        assert isinstance(part, email.message.Message)
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        fields[name] = content if part.get_filename() else content.decode()
    return fields
