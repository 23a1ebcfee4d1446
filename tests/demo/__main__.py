"""`python -m demo [PORT]`: starts the stand-in, the bot against it as a process of its own, and the page."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from botapi.server import BotApi

from demo.server import DemoServer
from demo.stage import BOT, TOKEN, YOU, Stage

PORT: Final = 8765
_STARTING: Final = 60.0
"""Seconds within which the bot must ask for updates."""


def main(argv: list[str]) -> int:
    """Run until Ctrl-C, SIGTERM or the bot's end. Returns the exit status."""
    if len(argv) > 1 or not all(text.isdigit() and int(text) < 65536 for text in argv):
        print("usage: deploy/demo [PORT]", file=sys.stderr)
        return 2
    port = int(argv[0]) if argv else PORT
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with BotApi(TOKEN, BOT) as api:
        try:
            server = DemoServer(Stage(api), port)
        except OSError as error:
            remedy = f"name another, as in deploy/demo {port + 1}"
            print(f"onrecord: port {port} cannot be used ({error.strerror}): {remedy}", file=sys.stderr)
            return 1
        with server, contextlib.suppress(KeyboardInterrupt), bot_process(api, os.environ) as bot:
            if not _is_polling(api, bot):
                print("onrecord: the bot has not started; the reason stands above", file=sys.stderr)
                return 1
            print(f"Open {server.url}/ in a browser; Ctrl-C ends it.", flush=True)
            return bot.wait()
    return 0


@contextlib.contextmanager
def bot_process(api: BotApi, environ: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """`onrecord run` against the stand-in; what it remembers is forgotten when it ends."""
    with tempfile.TemporaryDirectory(prefix="onrecord-demo-") as folder:
        ours = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api.url,
            "ONRECORD_DATABASE_URL": f"sqlite:///{Path(folder) / 'state.sqlite3'}",
            "ONRECORD_OWNERS": str(YOU),
            "ONRECORD_LOG_LEVEL": environ.get("ONRECORD_LOG_LEVEL", "warning"),
        }
        command = [sys.executable, "-m", "bot.cli", "run"]
        with subprocess.Popen(command, env=dict(environ) | ours, start_new_session=True) as process:
            try:
                yield process
            finally:
                process.terminate()
                process.wait(timeout=30)


def _is_polling(api: BotApi, bot: subprocess.Popen[bytes]) -> bool:
    """Wait until the bot asks for updates; False if it ends or takes too long."""
    deadline = time.monotonic() + _STARTING
    while bot.poll() is None and time.monotonic() < deadline:
        if any(method == "getUpdates" for method, _ in api.calls):
            return True
        time.sleep(0.05)
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
