"""A page that is written anew keeps what people wrote into it: every edit, every comment, to the letter what stays."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import re

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ostford_board import ARTICLE, CHAIR, MEETING, MET, SENTENCES, TEXT, compiles, said, texts, texts_with_sentences

from facts.model import Fact, Sentence
from facts.pages import former, keeping, merge, page_reading, yaml_writing
from facts.pages.ledger import Ledger
from facts.pages.page import Page
from facts.pages.page_reading import read_page
from facts.pages.page_rewriting import rewrite_page
from facts.pages.page_writing import dump_page
from facts.pages.yaml_reading import compose

COMPILED = merge.compiled_page(ARTICLE, MEETING, (MET, CHAIR), "by", "read", SENTENCES)


def read(text: str, ledger: Ledger, article: str | None = None) -> Page:
    page, problems = read_page(text, lambda _: article, ledger)
    assert problems == []
    assert page is not None
    return page


def compiled_again(
    text: str, ledger: Ledger, new: Page, article: str = TEXT, *, changed: bool = False
) -> tuple[str, Ledger]:
    """What a compile makes of a page with this text and ledger; `changed`: the article was another one before."""
    before = read(text, ledger, None if changed else article)
    if changed:
        sha256 = hashlib.sha256(article.encode()).hexdigest()
        new = dataclasses.replace(new, article=msgspec.structs.replace(new.article, sha256=sha256))
    anchored, _ = merge.anchor(before, article, new.sentences)
    page = former.remembering(merge.merge(anchored, new), before)
    written = rewrite_page(before, text, page, lambda each: article if each.sha256 == new.article.sha256 else None)
    return written, page.compiled


# By examples

EDITED = f"""\
# Kept by the clerk.
# yaml-language-server: $schema=page.schema.json
schema: 2
article:
  id: board
  date: 2020-06-30  # as on the letter
  source: ONA
  title: null
  url: null
  # where it lies
  file: seeds/board.txt
  sha256: {ARTICLE.sha256}

meeting:   # the first of the year
  name: Board of Ostford
  aliases: [BO]
  date: 2020-06-30
  place: Ostford Hall
  format: video conference
sentences:
# The opening.
- text: The board met.
  facts:
  # asked by a reader
  - answer: "Yes"   # says the clerk
    question: Did the board really meet?
    kind: yes_no
    # and the mayor
  - question: Did the board meet?
    answer: 'Yes'
    value: 2020-06-30  # sure

- text: It was chaired by A. Ark.
  facts:
    - question: Who chaired the board?
      answer: A. Ark
      variants:
      - Who presided over the board?
      # not in the minutes
      - Who led the board?
      confidence: 0.94
      id: chair
    - {{question: Who was A. Ark?, answer: the chair}}  # in short
# The end.
"""


def test_what_says_the_same_stays_to_the_letter() -> None:
    again, ledger = compiled_again(EDITED, COMPILED.compiled, COMPILED)
    assert again == "# yaml-language-server: $schema=page.schema.json\n" + EDITED.replace(
        "# yaml-language-server: $schema=page.schema.json\n", ""
    )
    assert compiled_again(again, ledger, COMPILED)[0] == again


def test_a_text_that_was_changed_and_changed_back_leaves_nothing_in_its_page() -> None:
    page = dump_page(COMPILED).replace("answer: A. Ark\n", "answer: Ann Ark  # asked her\n")
    changed, denied = TEXT.replace("chaired", "chaired ably"), TEXT.replace("It was", "Some deny that it was")
    text, ledger = page, COMPILED.compiled
    for article in (changed, TEXT, denied, TEXT, denied, changed, TEXT):
        chaired = article.index("met.") + len("met. ")
        sentences = (SENTENCES[0], Sentence(article[chaired:], (chaired, len(article))))
        new = dataclasses.replace(COMPILED, facts=COMPILED.facts[:1], sentences=sentences)
        text, ledger = compiled_again(text, ledger, new if article != TEXT else COMPILED, article, changed=True)
        assert ("evidence: " in text) == (article != TEXT)
    assert text.replace(hashlib.sha256(TEXT.encode()).hexdigest(), ARTICLE.sha256) == page


def test_what_the_compiler_found_anew_is_written_and_its_comments_stay_beside_it() -> None:
    met = msgspec.structs.replace(MET, answer="Yes, it met", value=None)
    chair = msgspec.structs.replace(CHAIR, variants=())
    new = merge.compiled_page(
        msgspec.structs.replace(ARTICLE, source="Gazette"), MEETING, (met, chair), "by 2", "read 2", SENTENCES
    )
    again, _ = compiled_again(EDITED, COMPILED.compiled, new)
    assert "  source: Gazette\n" in again
    assert "  - question: Did the board meet?\n    answer: Yes, it met\n    # sure\n\n- text" in again
    assert "      answer: A. Ark\n      # not in the minutes\n      confidence: 0.94\n" in again
    assert "  place: Ostford Hall\n" in again
    assert keeping.lost(EDITED, again) == []
    kept = EDITED[EDITED.index("  # asked by a reader") : EDITED.index("  - question: Did the board meet?")]
    assert kept in again


def test_the_comments_of_what_is_gone_stay_where_it_stood() -> None:
    new = merge.compiled_page(ARTICLE, None, (), "by 2", "read 2", SENTENCES[1:])
    again, _ = compiled_again(EDITED, COMPILED.compiled, new, "It was chaired by A. Ark.", changed=True)
    assert keeping.lost(EDITED, again) == []
    assert again.index("# The opening.") < again.index("- text: It was chaired")
    assert again.index("# not in the minutes") > again.index("- text: It was chaired")


def test_a_page_that_is_indented_otherwise_stays_so() -> None:
    head, _, tail = EDITED.partition("sentences:\n")
    lines = [f"   {line}" if line.strip() else line for line in tail.splitlines(keepends=True)]
    indented = f"{head}sentences:\n{''.join(lines)}"
    more = (*SENTENCES, Sentence("All agreed.", (41, 52)))
    met = msgspec.structs.replace(MET, answer="Yes, it met", value=None)
    new = merge.compiled_page(ARTICLE, MEETING, (met, CHAIR), "by 2", "read 2", more)
    again, _ = compiled_again(indented, COMPILED.compiled, new, f"{TEXT} All agreed.", changed=True)
    assert "\n   - text: All agreed.\n" in again
    assert "     - question: Did the board meet?\n       answer: Yes, it met\n" in again
    assert keeping.lost(indented, again) == []


def test_a_page_in_one_line_is_written_as_a_page_with_its_comments_above() -> None:
    article = "id: board, date: 2020-06-30, source: ONA, title: null, url: null, file: f"
    text = (
        f"# Mine.\n{{schema: 2, article: {{{article}, sha256: {ARTICLE.sha256}}}, meeting: null, # none\n"
        " sentences: [{text: The board met.}]}\n"
    )
    again, _ = compiled_again(text, Ledger(by="by"), COMPILED)
    assert again.startswith("# yaml-language-server: $schema=page.schema.json\n# Mine.\n# none\nschema: 2\n")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_page_as_earlier_versions_wrote_it_is_taken_over_with_its_comments(line_end: str) -> None:
    old = EDITED.replace("# yaml-language-server: $schema=page.schema.json\n", "") + (
        "# What the compiler wrote itself, as digests: by them it knows what people changed above. Leave it as it is.\n"
        + yaml_writing.dump({"compiled": {key: value for key, value in as_plain(COMPILED.compiled).items() if value}})
    )
    again, ledger = compiled_again(old.replace("\n", line_end), Ledger(), COMPILED)
    assert keeping.lost(EDITED, again) == []
    assert "compiled:" not in again
    assert "digests" not in again
    assert ledger.facts == COMPILED.compiled.facts
    assert read(again, ledger).edited() == read(EDITED, COMPILED.compiled).edited()


def as_plain(ledger: Ledger) -> dict[str, object]:
    return dict(msgspec.to_builtins(ledger))


def test_a_comment_behind_the_last_word_without_a_line_end_stays() -> None:
    again, _ = compiled_again(EDITED + "# x", COMPILED.compiled, COMPILED)
    assert again.endswith("# The end.\n# x\n")


NOTED = """\
- text: The board met.  # at noon
  hidden: true  # of no interest
  facts:
  # asked by a reader
  - question: Who was there?   # in the hall
    answer: the board  # says the clerk
- text: It was chaired by A. Ark.
"""


def noted(text: str, sentences: tuple[Sentence, ...]) -> str:
    """What becomes of the sentences of a page with notes behind its values when its article has this text."""
    page = dump_page(merge.compiled_page(ARTICLE, MEETING, (), "by", "read", SENTENCES))
    page = page[: page.index("- text:")] + NOTED
    new = merge.compiled_page(ARTICLE, MEETING, (), "by 2", "read 2", sentences)
    again, _ = compiled_again(page, merge.compiled_page(ARTICLE, None, (), "", "").compiled, new, text, changed=True)
    assert keeping.lost(page, again) == []
    return again[again.index("- text:") :]


def test_a_comment_behind_a_value_stays_behind_it_where_its_sentence_is_worded_otherwise() -> None:
    text = "The board met again. It was chaired by A. Ark."
    again = noted(text, (Sentence(text[:20], (0, 20)), Sentence(text[21:], (21, len(text)))))
    facts = NOTED[NOTED.index("  hidden") : NOTED.index("- text: It")].replace(
        "says the clerk\n", "says the clerk\n    evidence: The board met.\n    hidden: true\n"
    )
    assert again == f"- text: The board met again.  # at noon\n{facts}- text: It was chaired by A. Ark.\n"


def test_a_fact_that_comes_to_stand_below_another_sentence_takes_its_comments_along() -> None:
    text = "Nothing of note. It was chaired by A. Ark."
    again = noted(text, (Sentence(text[:16], (0, 16)), Sentence(text[17:], (17, len(text)))))
    assert again == (
        "- text: Nothing of note.\n"
        "  facts:\n"
        "  # asked by a reader\n"
        "  - question: Who was there?   # in the hall\n"
        "    answer: the board  # says the clerk\n"
        "    evidence: The board met.\n"
        "    hidden: true\n"
        "# at noon\n"
        "# of no interest\n"
        "- text: It was chaired by A. Ark.\n"
    )


# By any hand


@st.composite
def hand_edits(draw: st.DrawFn, text: str, number: int) -> str:
    """A page after somebody wrote into it."""
    lines = text.splitlines(keepends=True)
    match draw(st.sampled_from(["line", "behind", "fact", "answer", "mark", "delete", "blank", "silence"])):
        case "line":
            at = draw(st.integers(1, len(lines)))
            lines.insert(at, f"{' ' * draw(st.integers(0, 8))}# note {number}\n")
        case "behind":
            at = draw(st.integers(1, len(lines) - 1))
            if lines[at].strip():
                lines[at] = f"{lines[at].rstrip()}  # note {number}\n"
        case "blank":
            lines.insert(draw(st.integers(1, len(lines))), "\n")
        case "silence":
            places = [n for n, line in enumerate(lines) if line.startswith("- text:")]
            at = draw(st.sampled_from(places)) + 1
            sentence = itertools.takewhile(lambda line: not line.startswith("- text:"), lines[at:])
            if not any(line.startswith("  hidden:") for line in sentence):
                lines.insert(at, f"  hidden: {draw(st.sampled_from(['true', 'false']))}\n")
        case "fact":
            places = [n for n, line in enumerate(lines) if line.startswith("- text:")]
            at = draw(st.sampled_from(places)) + 1
            question, answer = draw(texts), draw(texts)
            fact = yaml_writing.dump({"question": question, "answer": answer}).splitlines(keepends=True)
            own = [f"  - {fact[0]}", *(f"    {line}" for line in fact[1:])]
            below = [line for line in lines[at:] if line.strip() and not line.strip().startswith("#")]
            follows = next((line for line in below if not line.startswith("  hidden:")), "")
            if not follows.startswith("  facts:"):
                lines[at:at] = ["  facts:\n", *own]
            else:
                at = lines.index(follows, at)
                lines[at + 1 : at + 1] = own
        case "answer" | "mark" | "delete" as how:
            places = [n for n, line in enumerate(lines) if line.startswith("    answer: ")]
            if places:
                at = draw(st.sampled_from(places))
                if how == "delete":
                    start = max(n for n in range(at) if lines[n].startswith("  - "))
                    others = (n for n in range(at, len(lines)) if lines[n].strip() and "#" not in lines[n][:9])
                    del lines[start : next((n for n in others if not lines[n].startswith("    ")), len(lines))]
                elif how == "answer":
                    lines[at] = "    " + yaml_writing.dump({"answer": draw(texts)})
                elif how == "mark" and not any("checked:" in line or "hidden:" in line for line in lines):
                    lines.insert(at + 1, f"    {draw(st.sampled_from(['checked', 'hidden']))}: true\n")
    return "".join(lines)


@settings(deadline=None, max_examples=100)
@given(st.data(), texts_with_sentences)
def test_no_sequence_of_edits_and_compiles_loses_an_edit_or_a_comment(
    data: st.DataObject, made: tuple[str, tuple[Sentence, ...]]
) -> None:
    article, sentences = made
    first = former.remembering(data.draw(compiles(article, sentences)), None)
    text, ledger = dump_page(first), first.compiled
    for number in range(data.draw(st.integers(1, 4))):
        for n in range(data.draw(st.integers(0, 4))):
            text = data.draw(hand_edits(text, 10 * number + n))
        before = read(text, ledger, article)
        edited = {fact.id: said(fact) for fact in before.facts if fact.id in before.edited()}

        after_text, after_ledger = compiled_again(text, ledger, data.draw(compiles(article, sentences)), article)

        after = read(after_text, after_ledger, article)
        facts = {fact.id: said(fact) for fact in after.facts}
        assert {name: facts.get(name) for name in edited} == edited
        assert set(edited) <= after.edited()
        assert not (set(ledger.facts) - {fact.id for fact in before.facts}) & set(facts)
        assert (before.hidden, before.checked) == (after.hidden, after.checked)
        assert [each.hidden for each in before.sentences] == [each.hidden for each in after.sentences]
        assert text.count("  hidden: false") == after_text.count("  hidden: false")
        assert keeping.lost(text, after_text) == []
        shown = {former.digest(sentence.text) for sentence in after.record().sentences}
        for name in former_ids(before) - {fact.id for fact in after.record().facts}:
            stood = after.compiled.stood[name].partition(" ")[0]
            assert (name in {each.id for each in after.record().former}) == (stood in shown)
        text, ledger = after_text, after_ledger


NOTE = re.compile(r"  # note \d+$")


@settings(deadline=None, max_examples=100)
@given(st.data(), texts_with_sentences, texts_with_sentences)
def test_a_comment_behind_a_value_goes_where_its_value_goes_in_a_changed_article(
    data: st.DataObject, old: tuple[str, tuple[Sentence, ...]], now: tuple[str, tuple[Sentence, ...]]
) -> None:
    first = data.draw(compiles(*old))
    text = dump_page(first)
    for number in range(data.draw(st.integers(1, 8))):
        text = data.draw(hand_edits(text, number))

    after, ledger = compiled_again(text, first.compiled, data.draw(compiles(*now)), now[0], changed=True)

    assert keeping.lost(text, after) == []
    notes = values_with_notes(after, ledger)
    for value, note in values_with_notes(text, first.compiled).items():
        assert note is None or notes.get(value, note) == note


def values_with_notes(text: str, ledger: Ledger) -> dict[tuple[str, str], str | None]:
    """The values of facts that stand in a line each, by fact and key, and the notes behind them."""
    lines, ids = text.splitlines(), page_reading.read(text, None, ledger).ids
    found: dict[tuple[str, str], str | None] = {}
    for names, sentence in zip(ids, value_of(compose(text), "sentences"), strict=True):
        for name, fact in zip(names, value_of(sentence, "facts"), strict=True):
            for key, value in fact.value:
                if isinstance(value, yaml.ScalarNode) and value.start_mark.line == value.end_mark.line:
                    note = NOTE.search(lines[value.end_mark.line])
                    found[name, key.value] = note[0] if note else None
    return found


def value_of(node: yaml.Node | None, name: str) -> list[yaml.Node]:
    assert isinstance(node, yaml.MappingNode)
    return next((value.value for key, value in node.value if key.value == name), [])


def former_ids(page: Page) -> set[str]:
    return {fact.id for fact in page.facts} | set(page.compiled.stood)


@settings(deadline=None, max_examples=50)
@given(st.data(), texts_with_sentences)
def test_without_a_ledger_what_a_compile_makes_again_is_the_compilers_and_the_rest_a_persons(
    data: st.DataObject, made: tuple[str, tuple[Sentence, ...]]
) -> None:
    article, sentences = made
    new = data.draw(compiles(article, sentences))
    text = dump_page(new)
    for n in range(data.draw(st.integers(0, 4))):
        text = data.draw(hand_edits(text, n))
    with_ledger, without = read(text, new.compiled, article), read(text, Ledger(), article)

    after_text, ledger = compiled_again(text, Ledger(), new, article)

    after = read(after_text, ledger, article)
    written = sorted((said(fact) for fact in with_ledger.facts if fact.id in with_ledger.edited()), key=repr)
    kept = sorted((said(fact) for fact in after.facts if fact.id in after.edited()), key=repr)
    assert [unnamed(fact) for fact in kept] == [unnamed(fact) for fact in written]
    assert keeping.lost(text, after_text) == []
    assert [each.hidden for each in with_ledger.sentences] == [each.hidden for each in after.sentences]
    assert len(without.facts) == len(with_ledger.facts)


def unnamed(fact: Fact) -> Fact:
    return msgspec.structs.replace(fact, id="")


def test_a_page_is_the_same_whether_it_is_written_anew_or_in_the_place_of_itself() -> None:
    text = dump_page(COMPILED)
    assert rewrite_page(COMPILED, text, dataclasses.replace(COMPILED)) == text
