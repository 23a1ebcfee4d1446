"""What questions can be looked up with besides Onrecord, each as it is meant to be used: built once, then asked.

Every peer gives the number of the question on record that it holds to be the one asked. `Peer.load` brings back from
a folder what `Peer.build` put there, as a process would that has just been started.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

BEST = 10
"""How many hits a search engine is asked for."""
BM25S_BEST = 50
AT_ONCE = 10_000
"""Questions that are put into ChatterBot's database at once."""

Ask = Callable[[str], int]


class Peer(Protocol):
    """A way to look questions up; -1 stands for no hit."""

    def build(self, questions: Sequence[str], folder: Path) -> Ask:
        """Make ready all that can be made ready beforehand, and keep in the folder what can be kept."""

    def load(self, folder: Path) -> Ask:
        """Bring it back."""


class RapidFuzz:
    """Every question compared with `rapidfuzz.process.extract`."""

    def __init__(self, scorer: str) -> None:
        self._scorer = scorer

    def build(self, questions: Sequence[str], folder: Path) -> Ask:
        _keep(questions, folder)
        return self._over(questions)

    def load(self, folder: Path) -> Ask:
        return self._over(_kept(folder))

    def _over(self, questions: Sequence[str]) -> Ask:
        from rapidfuzz import fuzz, process

        scorer = getattr(fuzz, self._scorer)
        return lambda text: int(process.extract(text, questions, scorer=scorer)[0][2])


class TheFuzz:
    """The same by the name by which it was known first."""

    def build(self, questions: Sequence[str], folder: Path) -> Ask:
        _keep(questions, folder)
        return self.load(folder)

    def load(self, folder: Path) -> Ask:
        from thefuzz import process

        questions = _kept(folder)
        places = {question: place for place, question in enumerate(questions)}
        return lambda text: places[process.extractOne(text, questions)[0]]


class Bm25s:
    """bm25s with stemming, the 50 best."""

    def build(self, questions: Sequence[str], folder: Path) -> Ask:
        import bm25s

        index = bm25s.BM25()
        index.index(self._tokens(list(questions)), show_progress=False)
        index.save(str(folder / "bm25s"))
        return self._over(index)

    def load(self, folder: Path) -> Ask:
        import bm25s

        return self._over(bm25s.BM25.load(str(folder / "bm25s"), mmap=True))

    def _tokens(self, texts: list[str]) -> Any:  # noqa: ANN401  (its own)
        import bm25s
        import Stemmer

        return bm25s.tokenize(texts, stopwords="en", stemmer=Stemmer.Stemmer("english"), show_progress=False)

    def _over(self, index: Any) -> Ask:  # noqa: ANN401
        def ask(text: str) -> int:
            tokens = self._tokens([text])
            if not tokens.vocab:
                return -1
            found, scores = index.retrieve(tokens, k=BM25S_BEST, show_progress=False)
            return int(found[0][0]) if scores[0][0] > 0 else -1

        return ask


class Tantivy:
    """Tantivy with stemming, the ten best by any of the words; with `fuzzy` each word also one letter away."""

    def __init__(self, *, fuzzy: bool) -> None:
        self._fuzzy = fuzzy

    def build(self, questions: Sequence[str], folder: Path) -> Ask:
        import tantivy

        place = folder / "tantivy"
        place.mkdir(exist_ok=True)
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("text", tokenizer_name="default" if self._fuzzy else "en_stem")
        schema.add_unsigned_field("number", stored=True)
        index = tantivy.Index(schema.build(), path=str(place))
        writer = index.writer(128_000_000)
        for number, question in enumerate(questions):
            writer.add_document(tantivy.Document(text=question, number=number))
        writer.commit()
        writer.wait_merging_threads()
        return self.load(folder)

    def load(self, folder: Path) -> Ask:
        import re

        import tantivy

        index = tantivy.Index.open(str(folder / "tantivy"))
        searcher = index.searcher()

        def ask(text: str) -> int:
            if self._fuzzy:
                words = re.findall(r"\w+", text.lower())
                parts = [
                    (tantivy.Occur.Should, tantivy.Query.fuzzy_term_query(index.schema, "text", word, distance=1))
                    for word in words
                ]
                query = tantivy.Query.boolean_query(parts)
            else:
                query = index.parse_query(" ".join(re.findall(r"\w+", text)), ["text"])
            hits = searcher.search(query, BEST).hits
            return int(searcher.doc(hits[0][1])["number"][0]) if hits else -1

        return ask


class ChatterBot:
    """ChatterBot's best match, which compares what shares a word with the question letter by letter."""

    def build(self, questions: Sequence[str], folder: Path) -> Ask:
        from chatterbot.conversation import Statement

        bot = self._bot(folder)
        answers = (
            Statement(str(number), in_response_to=question, search_in_response_to=question.lower(), search_text=number)
            for number, question in enumerate(questions)
        )
        while some := list(itertools.islice(answers, AT_ONCE)):
            bot.storage.create_many(some)
        return self._over(bot)

    def load(self, folder: Path) -> Ask:
        return self._over(self._bot(folder))

    def _bot(self, folder: Path) -> Any:  # noqa: ANN401  (its own)
        import logging

        from chatterbot import ChatBot
        from chatterbot.tagging import LowercaseTagger

        logging.getLogger("chatterbot").setLevel(logging.ERROR)
        return ChatBot(
            "peer",
            storage_adapter="chatterbot.storage.SQLStorageAdapter",
            database_uri=f"sqlite:///{folder / 'chatterbot.sqlite3'}",
            logic_adapters=["chatterbot.logic.BestMatch"],
            tagger=LowercaseTagger,
            read_only=True,
        )

    def _over(self, bot: Any) -> Ask:  # noqa: ANN401
        def ask(text: str) -> int:
            said = bot.get_response(text).text
            return int(said) if said.isdecimal() else -1

        return ask


PEERS: dict[str, Callable[[], Peer]] = {
    "rapidfuzz WRatio": lambda: RapidFuzz("WRatio"),
    "rapidfuzz token_set_ratio": lambda: RapidFuzz("token_set_ratio"),
    "thefuzz": TheFuzz,
    "bm25s": Bm25s,
    "tantivy": lambda: Tantivy(fuzzy=False),
    "tantivy fuzzy": lambda: Tantivy(fuzzy=True),
    "ChatterBot": ChatterBot,
}
MODULES = {"rapidfuzz WRatio": "rapidfuzz", "rapidfuzz token_set_ratio": "rapidfuzz", "thefuzz": "thefuzz",
           "bm25s": "bm25s", "tantivy": "tantivy", "tantivy fuzzy": "tantivy", "ChatterBot": "chatterbot"}  # fmt: skip

MOST = {"ChatterBot": 10_000, "thefuzz": 100_000}
"""Of more questions a way is not asked: it would take hours."""


def _keep(questions: Sequence[str], folder: Path) -> None:
    (folder / "questions.json").write_text(json.dumps(list(questions)), encoding="utf-8")


def _kept(folder: Path) -> list[str]:
    return [str(question) for question in json.loads((folder / "questions.json").read_text(encoding="utf-8"))]
