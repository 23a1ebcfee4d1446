"""What several tests need."""

from __future__ import annotations

import gc
import os
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
import sqlalchemy
from clock import Clock
from harbour_board import make_base
from incoming.site import Site
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store import Store
from facts.incoming.converting import Converter

hypothesis.settings.register_profile("unhurried", deadline=None)  # how long an example takes is the machine's affair
hypothesis.settings.load_profile("unhurried")

POSTGRES = "ONRECORD_TEST_POSTGRES"
"""The environment variable that names a PostgreSQL to test with: the URL of a database in which schemas may be made."""


LONG = ("test_deploy.py", "test_run.py", "test_together.py", "test_trouble.py")
"""The files that take longest. On all cores one process runs a whole file: none of these is to be begun last, alone."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the long files first."""
    items.sort(key=lambda item: item.path.name not in LONG)


@pytest.fixture(scope="session", autouse=True)
def _state_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a bot remembers by default is in its user's home: no test may touch that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _imported_stays() -> None:
    """All tests are imported by now, and stay: looking through them for unused memory again and again takes minutes."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _nothing_waits_for_the_disk() -> Iterator[None]:
    """No power is cut in a test, and waiting until the disk has what is written takes minutes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _: None)
        yield


@pytest.fixture
def small_base(tmp_path: Path) -> Path:
    """The base of the harbour board's meeting, where the command line looks for one."""
    directory = tmp_path / "facts" / "base"
    make_base(directory)
    return directory


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on this machine."""
    with Site() as running:
        yield running


@pytest.fixture(scope="session")
def converter() -> Iterator[Converter]:
    """What makes articles of files and pages."""
    running = Converter()
    yield running
    running.close()


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of an empty database: SQLite always, PostgreSQL where one is named."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'state' / 'onrecord.sqlite3'}"
        return
    server = os.environ.get(POSTGRES)
    if not server:
        pytest.skip(f"no PostgreSQL: ./deploy/test starts one, or set {POSTGRES} to the URL of a database")
    name = f"test_{uuid.uuid4().hex}"
    engine = create_async_engine(sqlalchemy.make_url(server).set(drivername="postgresql+psycopg"))
    async with engine.begin() as connection:
        await connection.execute(sqlalchemy.schema.CreateSchema(name))
    own = sqlalchemy.make_url(server).update_query_dict({"options": f"-csearch_path={name}"})
    yield own.render_as_string(hide_password=False)
    async with engine.begin() as connection:
        await connection.execute(sqlalchemy.schema.DropSchema(name, cascade=True))
    await engine.dispose()


@pytest.fixture
def clock() -> Clock:
    """The clock of the stores, which goes as the test says."""
    return Clock()


@pytest.fixture
def new_store(database_url: str, clock: Clock) -> Callable[[], Store]:
    """Makes a store of the same database each time, as a restart does."""
    return lambda: Store(database_url, clock=clock)
