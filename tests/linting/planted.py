"""A base of invented lifeboat councils with nothing wrong in it, and faults to plant in it, one a page."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from facts import articles
from facts.compile.tasks import read_digest
from facts.model import Fact, Meeting, Sentence
from facts.naming import first_free, kind_of, stem
from facts.pages import base, ledger_file, merge

SEEDS, BASE = Path("seeds"), Path("facts/base")
TOWNS = (
    "Abermor Brackwell Caldport Dunwick Easterly Fallmouth Garrick Holmsea Inverlay Jarrowby Kettlesound Lowhaven "
    "Marrack Nethersea Oxmouth Polquay Quenby Ravenspit Saltrigg Tarnsea Ulverfoot Vessock Wrackby Yarmside Zennorby "
    "Ashcove Birlport Crannock Drumsea Eddystrand Fernmouth Gorseby Hythewick Ilfrasea Kilnhaven Longspit Mulsea "
    "Norstrand Oddmouth Penmarrow Quaywick Rosslip Skarness Thornsea Upwharf Varnsea Westhythe Yarnstrand Zealmouth "
    "Arnwick Bexmouth Corriesand Dellhythe"
).split()
"""A council each."""


@dataclasses.dataclass(frozen=True, slots=True)
class Council:
    """A council of a town with one meeting, which `day` of May 2024 it was, and which report of it this is."""

    town: str
    day: int = 2
    report: str = "post"

    @property
    def id(self) -> str:
        """The article's id."""
        return f"{self.town.lower()}-{self.report}"

    @property
    def page(self) -> Path:
        """The article's page."""
        return BASE / f"{self.id}.yaml"

    @property
    def article(self) -> Path:
        """The article's file."""
        return SEEDS / f"{self.id}.txt"

    @property
    def meeting(self) -> str:
        """The meeting as questions name it."""
        return f"the {self.town} Lifeboat Council meeting on {self.day} May 2024"

    def text(self, chair: str, boats: int, place: str, chaired: str) -> str:
        """The report."""
        paragraphs = (
            f"The {self.town} Lifeboat Council met at {place} on {self.day} May 2024.",
            f"{chaired} {chair}.",
            f"The council bought {boats} boats, and it named them after birds.",
            "The council will meet again on 12 June 2024.",
        )
        return f"date 2024-05-{self.day + 1:02}\n\n" + "\n\n".join(paragraphs) + "\n"

    def write(
        self,
        chair: str = "Ingrid Vale",
        boats: int = 41,
        place: str = "the Old Boathouse",
        chaired: str = "It was chaired by",
    ) -> None:
        """Write a report of the council's meeting and its page, as a compile would."""
        SEEDS.mkdir(exist_ok=True)
        BASE.mkdir(parents=True, exist_ok=True)
        self.article.write_text(self.text(chair, boats, place, chaired), encoding="utf-8")
        article, _ = articles.read(self.article)
        article = msgspec.structs.replace(article, source=f"{self.town} {self.report.title()}")
        sentences = tuple(Sentence(article.text[slice(*span)], span) for span in article.paragraphs)
        told = (
            (0, f"When was the {self.town} Lifeboat Council meeting held?", f"{self.day} May 2024"),
            (0, f"Where was {self.meeting} held?", place),
            (1, f"Who chaired {self.meeting}?", chair),
            (2, f"How many boats did the {self.town} Lifeboat Council buy?", str(boats)),
            (3, f"When will the {self.town} Lifeboat Council meet again?", "12 June 2024"),
        )
        facts: list[Fact] = []
        for n, question, answer in told:
            kind = kind_of(question)
            name = first_free(stem(question, kind), {fact.id for fact in facts})
            facts.append(Fact(name, kind, question, answer, sentences[n].text, sentences[n].span))
        held = datetime.date(2024, 5, self.day).isoformat()
        name = f"{self.town} Lifeboat Council"
        meeting = Meeting(name, (), held, self.town, None, name)
        page = merge.compiled_page(article, meeting, tuple(facts), "a compiler", read_digest(article), sentences)
        base.save_page(self.page, page)


Plant = Callable[[Council], None]


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """A fault: what plants it, the sorts of findings that it must give, what stands in the line that the first names
    (None where no line is known), and in which file that is, if not in the council's page."""

    name: str
    plant: Plant
    kinds: Sequence[str]
    line: str | None
    file: Callable[[Council], Path] = lambda council: council.page


def edit(path: Path, old: str, new: str) -> None:
    """Change a text in a file, once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, (path, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def in_page(old: str, new: str) -> Plant:
    """Change a text in a page."""
    return lambda council: edit(council.page, old, new)


def below_the_chair(*lines: str) -> Plant:
    """Write facts below the sentence about the chair, each as `question | answer | further lines`."""

    def plant(council: Council) -> None:
        written = ""
        for line in lines:
            question, answer, *more = (part.strip() for part in line.format(council=council).split("|"))
            written += f"  - question: {question}\n    answer: {answer}\n" + "".join(f"    {each}\n" for each in more)
        edit(council.page, "  - question: Who chaired", f"{written}  - question: Who chaired")

    return plant


def another_report(**told: object) -> Plant:
    """Add a later report of the same meeting."""
    return lambda council: dataclasses.replace(council, report="wire").write(**told)  # type: ignore[arg-type]


def wire(council: Council) -> Path:
    """The page of that report."""
    return dataclasses.replace(council, report="wire").page


def _moved(council: Council) -> None:
    folder = SEEDS / "moved"
    folder.mkdir(exist_ok=True)
    council.article.rename(folder / council.article.name)


def _copied(council: Council) -> None:
    other = dataclasses.replace(council, report="copy")
    other.write()
    for each in (council, other):
        edit(each.page, "  url: null", f"  url: https://example.org/{council.town}")
    edit(other.article, "bought", "has bought")
    edit(other.page, "bought", "has bought")
    article, _ = articles.read(other.article)
    before = base.load_page(council.page).article.sha256
    text = other.page.read_text(encoding="utf-8")
    start = text.index("sha256: ") + len("sha256: ")
    other.page.write_text(text[:start] + article.sha256 + text[start + len(before) :], encoding="utf-8")


def _split_evidence(council: Council) -> None:
    quote = "It was chaired by Ingrid Vale. The council bought 41 boats, and it named them after birds."
    below_the_chair(f"What did the {council.town} chair do? | bought 41 boats | evidence: '{quote}'")(council)
    edit(council.article, "The council bought", "Nobody spoke.\n\nThe council bought")


def _denied(council: Council) -> None:
    """Let a compile find that what a corrected fact quotes is denied."""
    edit(council.page, "answer: Ingrid Vale", "answer: Vale")
    before = base.load_page(council.page)
    council.write(chaired="Some deny that it was chaired by")
    now = base.load_page(council.page)
    anchored, _ = merge.anchor(before, articles.read(council.article)[0].text, now.sentences)
    base.save_page(council.page, merge.merge(anchored, now))


def _corrected_once(council: Council) -> None:
    edit(council.page, "answer: Ingrid Vale", "answer: Ingrid Wale\n    checked: true")
    below_the_chair("Who is Ingrid Vale to {council.town}? | Ingrid Vale chaired it")(council)


def _counted_again(council: Council) -> None:
    edit(council.page, "answer: '41'", "answer: '14'\n    checked: true")
    edit(
        council.page,
        "  - question: How many",
        f"  - question: Who bought 41 boats?\n    answer: the {council.town} Lifeboat Council\n  - question: How many",
    )


def _led_by_another(council: Council) -> None:
    edit(council.page, "answer: Ingrid Vale", "answer: Tom Beck\n    checked: true")
    below_the_chair("What did Ingrid Vale do in {council.town}? | chaired it")(council)


def _with_the_chairs_id(council: Council) -> None:
    name = f"who-chaired-{council.town.lower()}-lifeboat-council-meeting"
    edit(council.page, "    answer: '41'", f"    answer: '41'\n    id: {name}")


def written(file: Callable[[Council], Path], text: str) -> Plant:
    """Write a file."""

    def plant(council: Council) -> None:
        file(council).write_text(text, encoding="utf-8")

    return plant


def _new(council: Council) -> Path:
    return SEEDS / f"new-{council.id}.txt"


def _pdf(council: Council) -> Path:
    return council.article.with_suffix(".pdf")


def _markdown(council: Council) -> Path:
    return council.article.with_suffix(".md")


def _ledger(council: Council) -> Path:
    return BASE / "ledger" / f"gone-{council.id}.json"


def _other_suffix(council: Council) -> None:
    council.page.rename(council.page.with_suffix(".yml"))


def dated(key: str, date: str) -> Plant:
    """Give the article or the meeting another date."""

    def plant(council: Council) -> None:
        day = council.day + 1 if key == "article" else council.day
        edit(council.page, f"  date: 2024-05-{day:02}", f"  date: {date}")

    return plant


FAULTS = (
    Fault("an unclosed quote", in_page("answer: Ingrid Vale", "answer: 'Ingrid Vale"), ["broken-page"], "'Ingrid Vale"),
    Fault("an unknown key", in_page("answer: Ingrid", "anwser: Ingrid"), ["broken-page"], "anwser"),
    Fault("an unknown kind", below_the_chair("Why? | so | kind: whyever"), ["broken-page"], "whyever"),
    Fault("an id that is not its file's", in_page("id: ", "id: x-"), ["broken-page"], "id: x-"),
    Fault("a page with another suffix", _other_suffix, ["broken-page"], None, lambda c: c.page.with_suffix(".yml")),
    Fault("one id for two facts", below_the_chair("Who? | Vale | id: vale", "Whom? | Vale | id: vale"),
          ["broken-page"], "id: vale"),
    Fault("an article that is gone", lambda c: c.article.unlink(), ["no-article"], "file: seeds/"),
    Fault("an article that lies elsewhere", _moved, ["no-article"], "file: seeds/"),
    Fault("an article that has grown", lambda c: edit(c.article, "The council will", "It is late.\n\nThe council will"),
          ["stale-page"], "sha256: "),
    Fault("a sentence that is gone", lambda c: edit(c.article, "It was chaired by Ingrid Vale.\n\n", ""),
          ["sentence-gone", "stale-page"], "text: It was chaired"),
    Fault("evidence that is gone", _split_evidence, ["evidence-gone", "stale-page"], "evidence: 'It was chaired"),
    Fault("an article without a page", written(_new, "date 2024-05-09\n\nThe board met and adopted the plan."),
          ["no-page"], None, _new),
    Fault("an article without words", written(_new, " \n"), ["unreadable-article"], None, _new),
    Fault("a PDF among the articles", written(_pdf, "%PDF-1.4"), ["unreadable-article"], None, _pdf),
    Fault("two articles of one id", written(_markdown, "Another."), ["double-article"], None, _markdown),
    Fault("one report at one address twice", _copied, ["double-article"], "url: https://", lambda c: c.page),
    Fault("a page without its ledger", lambda council: ledger_file.file_of(council.page).unlink(),
          ["no-ledger"], "schema: 2"),
    Fault("a ledger without its page", written(_ledger, "{}"), ["lone-ledger"], None, _ledger),
    Fault("a hidden fact whose evidence is gone",
          below_the_chair("Who sang? | Vale | evidence: Vale sang. | hidden: true"),
          ["hidden-leftover"], "evidence: Vale sang"),
    Fault("a hidden fact that another one says",
          below_the_chair("Who sang in {council.town}? | Vale", "Who sang in {council.town}? | Vale | hidden: true"),
          ["hidden-leftover"], "hidden: true"),
    Fault("a fact that a compile hid as its sentence denies it", _denied, ["hidden-doubted"], "hidden: true"),
    Fault("a fact that is hidden and checked", below_the_chair("Who sang? | Vale | hidden: true | checked: true"),
          ["hidden-checked"], "hidden: true"),
    Fault("a checked fact whose sentence has changed since",
          below_the_chair("Who sang in {council.town}? | Vale | checked: true | recheck: true"),
          ["recheck"], "recheck: true"),
    Fault("one question with two answers",
          below_the_chair("Who led {council.meeting}? | Vale", "Who led {council.meeting}? | chaired"),
          ["two-answers"], "question: Who led"),
    Fault("two answers by another way to ask",
          below_the_chair("Who led {council.meeting}? | Ingrid Vale",
                          'Who spoke at {council.meeting}? | chaired | variants: ["Who led {council.meeting}?"]'),
          ["two-answers"], "question: Who spoke"),
    Fault("one fact twice",
          below_the_chair("Who led {council.meeting}? | Ingrid Vale", "Who led {council.meeting}? | Vale"),
          ["said-twice"], "question: Who led"),
    Fault("an answer that stands nowhere", below_the_chair("Who sang at {council.meeting}? | Tom Beck"),
          ["answer-nowhere"], "answer: Tom Beck"),
    Fault("a date that the sentence does not have", below_the_chair("When did {council.town} vote? | 9 May 2024"),
          ["answer-nowhere"], "answer: 9 May"),
    Fault("a number that the sentence does not have", in_page("    answer: '41'", "    answer: '47'"),
          ["answer-nowhere"], "answer: '47'"),
    Fault("a number beside words that the sentence has", in_page("    answer: '41'", "    answer: 47 boats"),
          ["answer-nowhere"], "answer: 47"),
    Fault("an amount beside words that are there", in_page("    answer: '41'", "    answer: 4.1 thousand boats"),
          ["answer-nowhere"], "answer: 4.1"),
    Fault("a name beside words that the sentence has", in_page("answer: Ingrid Vale", "answer: Ingrid Hale"),
          ["answer-nowhere"], "answer: Ingrid Hale"),
    Fault("a name that is corrected in one fact alone", _corrected_once, ["former-name"], "answer: Ingrid Vale"),
    Fault("somebody instead of whom another is told", _led_by_another, ["former-name"], "question: What did Ingrid"),
    Fault("a number that is corrected in one fact alone", _counted_again, ["former-number"], "question: Who bought"),
    Fault("a value that lacks one of a checked answer",
          in_page("answer: Ingrid Vale", "answer: Ingrid Vale, Tom Beck\n    value: [Ingrid Vale]\n    checked: true"),
          ["value"], "value:"),
    Fault("a fact with the id of another one", _with_the_chairs_id, ["twin-id"], "id: who-chaired"),
    Fault("a value beside an answer in words", in_page("    answer: '41'", "    answer: 41 boats\n    value: 14"),
          ["value"], "value: 14"),
    Fault("a list as a value with what the answer lacks",
          in_page("answer: Ingrid Vale", "answer: Ingrid Vale\n    value: [Ingrid Vale, Tom Beck]"),
          ["value"], "value:"),
    Fault("a value that is not the answer's", in_page("    answer: '41'", "    answer: '41'\n    value: 14"),
          ["value"], "value: 14"),
    Fault("a yes/no question without yes or no", below_the_chair("Did Ingrid Vale chair {council.meeting}? | perhaps"),
          ["value"], "answer: perhaps"),
    Fault("a question that asks nothing", below_the_chair("the {council.town} chair | Ingrid Vale"), ["no-question"],
          "question: the"),
    Fault("a variant that a comma cuts",
          in_page("answer: Ingrid Vale", "answer: Ingrid Vale\n    variants: [Who, then, led the boats?]"),
          ["no-question"], "variants:"),
    Fault("a question that any meeting answers", below_the_chair("Who was that? | Ingrid Vale"), ["unreachable"],
          "question: Who was that"),
    Fault("reports with two numbers", another_report(boats=45), ["disagreement"], "question: How many", wire),
    Fault("reports with two chairs", another_report(chair="Susan Reed"), ["disagreement"], "question: Who chair", wire),
    Fault("reports with two venues", another_report(place="the Chain Locker"), ["two-answers"], "question: Whe", wire),
    Fault("an article without a date", dated("article", "null"), ["no-date"], "date: null"),
    # What asks by a day is not found without it.
    Fault("an article of the future", dated("article", "2924-05-03"), ["date", "unreachable"], "date: 2924"),
    Fault("an article without a source", lambda c: edit(c.page, f"source: {c.town} Post", "source: null"),
          ["no-source"], "source: null"),
    Fault("an address that is none", in_page("url: null", "url: www.example.org/a"), ["link"], "url: www"),
    Fault("a meeting without a date", dated("meeting", "null"), ["no-date", "unreachable"], "date: null"),
    Fault("a meeting that ended before it began", dated("meeting", "2024-05-02/2024-05-01"),
          ["broken-page"], "date: 2024-05-02/"),
)  # fmt: skip
"""Each is planted in the pages of one council."""
