"""Values ⇄ bytes: a dataclass as a MessagePack array of its fields in order, nested ones likewise.

The readers are built from the types of the fields, so that bytes of another form are refused and not half understood.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar, overload

import msgspec

T = TypeVar("T")
Convert = Callable[[Any], Any]


class Codec(Generic[T]):
    """Packs values of one dataclass and unpacks them."""

    def __init__(self, kind: type[T]) -> None:
        """Build it from the types of the dataclass's fields."""
        shape, self._pack, self._unpack = _shape(kind)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(shape).decode

    def pack(self, value: T) -> bytes:
        """The value as bytes."""
        return self._encode(self._pack(value))

    def unpack(self, data: bytes) -> T:
        """The value that was packed. Raises msgspec.MsgspecError for anything else."""
        value: T = self._unpack(self._decode(data))
        return value


class Lazy(Sequence[T]):
    """Values that are read when they are asked for."""

    def __init__(self, count: int, read: Callable[[int], T]) -> None:
        """`read` gives the value at a place from 0 to `count` - 1."""
        self._count = count
        self._read = read

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def __eq__(self, other: object) -> bool:
        """Whether they are the same values."""
        return isinstance(other, Lazy) and list(self) == list(other)

    def __hash__(self) -> int:
        """The same for the same values."""
        return hash(tuple(self))

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """The value at a place."""
        if isinstance(at, slice):
            return [self._read(i) for i in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return self._read(at % self._count)


def _same(value: Any) -> Any:  # noqa: ANN401  (any field's value)
    return value


def _shape(kind: Any) -> tuple[Any, Convert, Convert]:  # noqa: ANN401  (any type)
    """How values of a type are stored: the type that is read, from values to it, from it to values."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _record(kind)
    if origin is tuple:
        return _row(args)
    if origin in (types.UnionType, typing.Union):
        inner = [arg for arg in args if dataclasses.is_dataclass(arg)]
        if len(inner) == 1 and len(args) == 2:
            shape, pack, unpack = _shape(inner[0])
            return (
                shape | None,
                lambda value: None if value is None else pack(value),
                lambda data: None if data is None else unpack(data),
            )
    return kind, _same, _same


def _row(args: tuple[Any, ...]) -> tuple[Any, Convert, Convert]:
    if len(args) == 2 and args[1] is Ellipsis:
        shape, pack, unpack = _shape(args[0])
        whole = types.GenericAlias(tuple, (shape, ...))
        if pack is _same:
            return whole, _same, _same
        return (
            whole,
            lambda values: tuple(map(pack, values)),
            lambda data: tuple(map(unpack, data)),
        )
    parts = [_shape(arg) for arg in args]
    whole = types.GenericAlias(tuple, tuple(shape for shape, _, _ in parts))
    if all(pack is _same for _, pack, _ in parts):
        return whole, _same, _same
    return (
        whole,
        lambda values: tuple(pack(value) for value, (_, pack, _) in zip(values, parts, strict=True)),
        lambda data: tuple(unpack(part) for part, (_, _, unpack) in zip(data, parts, strict=True)),
    )


def _record(kind: Any) -> tuple[Any, Convert, Convert]:  # noqa: ANN401  (any dataclass)
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    parts = [_shape(hints[name]) for name in names]
    fields = [(name, shape) for name, (shape, _, _) in zip(names, parts, strict=True)]
    whole = msgspec.defstruct(f"Stored{kind.__name__}", fields, array_like=True, frozen=True, gc=False)
    nested = [(name, pack, unpack) for name, (_, pack, unpack) in zip(names, parts, strict=True)]

    def pack(value: Any) -> Any:  # noqa: ANN401
        return whole(*[pack(getattr(value, name)) for name, pack, _ in nested])

    def unpack(data: Any) -> Any:  # noqa: ANN401
        return kind(*[unpack(getattr(data, name)) for name, _, unpack in nested])

    if all(pack is _same for _, pack, _ in nested):
        pull = _puller(names)
        return whole, pack, lambda data: kind(*pull(data))
    return whole, pack, unpack


def _puller(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    import operator

    if len(names) == 1:
        return lambda data: (getattr(data, names[0]),)
    return operator.attrgetter(*names)
