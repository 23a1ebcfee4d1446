"""What an answer of a server means, whatever it is."""

from __future__ import annotations

import json

import pytest
from botapi.faults import GARBAGE, KINDS, Trouble
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.results import Failed, Moved, Outcome, Refused, Taken, message_of, read

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["ok", "result", "error_code", "description", "parameters", "retry_after", "message_id"]),
            inner,
        )
    ),
    max_leaves=8,
)


@given(st.integers(100, 599), st.binary(max_size=50) | JSON.map(lambda body: json.dumps(body).encode()))
def test_any_answer_means_something_and_only_a_result_means_that_it_was_taken(status: int, payload: bytes) -> None:
    outcome = read(status, payload)
    assert isinstance(outcome, Outcome)
    if isinstance(outcome, Taken):
        assert json.loads(payload)["ok"] is True
        assert 200 <= status < 300
        message_of(outcome.result)


@pytest.mark.parametrize(
    ("status", "body", "meaning"),
    [
        (
            400,
            {
                "ok": False,
                "error_code": 400,
                "description": "Bad Request: group chat was upgraded to a supergroup chat",
            },
            Failed("moved", code=400),
        ),
        (200, {"ok": True, "result": {"message_id": 5}}, Taken({"message_id": 5})),
        (400, {"ok": False, "error_code": 400, "description": "Bad"}, Refused(400, "Bad")),
        (200, {"ok": False, "error_code": 403, "description": "Blocked"}, Refused(403, "Blocked")),
        (400, {"ok": False, "error_code": 400, "parameters": {"migrate_to_chat_id": -100}}, Moved(-100)),
        (429, {"ok": False, "error_code": 429, "parameters": {"retry_after": 7}}, Failed("429", False, 7.0, 429)),
        (429, {"ok": False, "error_code": 429, "parameters": {"retry_after": "7"}}, Failed("429", code=429)),
        (401, {"ok": False, "error_code": 401, "description": "Unauthorized"}, Failed("401", code=401)),
        (500, {"ok": False, "error_code": 500, "description": "Oh"}, Failed("500", code=500)),
        (504, {"ok": False, "error_code": 504, "description": "Oh"}, Failed("504", True, code=504)),
        (403, "<html>", Failed("403", code=403)),
    ],
)
def test_errors_are_told_apart(status: int, body: object, meaning: Outcome) -> None:
    assert read(status, json.dumps(body).encode()) == meaning


@pytest.mark.parametrize("body", GARBAGE)
def test_of_a_body_of_another_form_nobody_knows_whether_the_message_was_taken(body: bytes) -> None:
    outcome = read(200, body)
    assert message_of(outcome.result) is None if isinstance(outcome, Taken) else isinstance(outcome, Failed)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("hang", "reset", "garbage")])
def test_trouble_is_not_taken_for_a_refusal(kind: str) -> None:
    reply = Trouble(kind).reply()  # type: ignore[arg-type]
    assert isinstance(read(reply.status or 0, reply.body), Failed)
