"""How much money: sums that a clause tells of, and what a named loan or grant is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import answer_of, is_cut, whole_end
from facts.extract.doings.asked import clearly, in_report
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.tree import Span, Token
from facts.questions import ClauseWords, in_full, is_anchored, phrased

ABOUT = r"(?:(?:about|approximately|around|some|nearly|almost|over|more than|less than|at least|up to|roughly) )?"
_SIGN = r"(?:US|A|C|NZ|HK|S)?[$€£¥₹₫]\s?|\b(?:USD|EUR|GBP|NOK|SEK|DKK|CHF|JPY|CNY|INR|AUD|CAD|NZD|VND|Sh|RM|Rs\.?)\s?"
_POWER = r"(?:\s?(?:million|billion|trillion|thousand|bn|mn|tn|b|m|k)\b)?"
_UNIT = r"\s(?:(?:US|Swiss|Canadian|Australian|Singapore) )?"
_UNIT += (
    r"(?:baht|cents|crowns|dinars|dirhams|dollars|dong|euros?|florins|forints|francs|guilders|krona|kroner|kronor|lira|marks"
    r"|pence|pesos|pounds|rand|reais|ringgit|riyals|roubles|rubles|rupees|rupiah|shekels|shillings|won|yen|yuan|zloty)\b"
)
_PER = (
    r"(?:barrel|bucket|child|day|head|hour|household|kilo(?:gram)?|litre|liter|member|month|night|person|pupil|share|"
    r"student|ticket|tonne?|vessel|visit|week|year)"
)
MONEY = re.compile(
    rf"{ABOUT}(?:(?:{_SIGN})\d[\d,.]*{_POWER}(?!\w)(?:{_UNIT})?|\b\d[\d,.]*{_POWER}{_UNIT})"
    rf"(?: (?:an?|per) {_PER}\b)?",
    re.IGNORECASE,
)
AIM = re.compile(r" (?:for|from|in|of|to|towards?) ")
"""What leads on from a sum of money to what it is for."""
ASIDE = re.compile(r", (?:an?|of which|or|the|up|down)\b")
"""Where behind a sum it is told over, or compared: "$31,500, or about $21 each"."""
COSTING = frozenset("cost exceed reach total".split())
"""Verbs of which one asks "how much" without money."""
COUNTLESS = frozenset({"have", "include", "make", "mean", "see"})
"""Verbs of which nobody asks how much, but for what."""
COMING_TO = frozenset({"amount", "come"})
"""Verbs behind which "to" tells how much something is in all."""
FUNDS = frozenset(
    """aid allocation assistance award bailout bid bond bonus budget commitment contract contribution credit deal
    deficit donation endowment envelope facility financing fine fund funding gift grant increase initiative injection
    investment levy line loan opportunity order package pact payment plan pledge prize program programme project
    purchase sale scheme settlement stake subsidy support surplus tranche""".split()
)
"""Nouns of what has a sum in its name: "a $2 billion loan to Tarn"."""
MEANT_FOR = frozenset({"for", "to", "toward", "towards"})
"""Prepositions of what a fund is for."""
LONGEST_AIM = 16
"""How many words a question has of what money was for."""
LONGEST = 16
"""How many words a named fund has in a question."""
FEWEST_NAMED = 4
"""How few words tell which fund is meant: "the loan to Tarn"."""
NEW = re.compile(r"^(?:the|an?|its|their|his|her) (?:(?:new|record|additional|historic|total)\b,? ?)*")
"""What stands before the name of a fund and does not belong to it."""


OWNED = re.compile(r"(?!(?:the|its|their|his|her) )[^,]*[’']s? ")
"""Whose a fund is: "Tarn’s boat fund"."""


def told(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The fund paid $4 million for the pier", "$4 million was paid for the pier": how much; "sales came to $5"."""
    if clause.lemma in COMING_TO:
        yield from _came_to(material, sentence, clause, words)
        return
    sum_ = clause.subject if clause.passive else clause.first("object")
    if sum_ is None or sum_.head.pos_ == "PRON":
        return
    text = answer_of(sum_, sentence.antecedents, LONGEST)
    text = ASIDE.split(text)[0] if text is not None else None
    found = MONEY.match(text) if text is not None else None
    if text is None or found is None or (found.end() < len(text) and not AIM.match(text, found.end())):
        return
    aims = [a for a in clause.arguments if a.start >= sum_.start and a.preposition in MEANT_FOR]
    if any(is_cut(clause.verb.doc, a.start, whole_end(a)) for a in (sum_, *aims)):
        return
    # "more than $4 million in aid for pilots": how much in aid for pilots.
    inside = [a for a in clause.arguments if sum_.start <= a.start < whole_end(sum_)]
    tail = text[found.end() :].strip()
    aim = clause.first("purpose", "infinitive")
    meant = in_full(aim, sentence.antecedents, LONGEST_AIM) if aim is not None and not tail else None
    told = tail or meant or (words.rest(*inside) if clause.lemma not in COUNTLESS else "")
    if (clause.lemma in COUNTLESS or aim is not None) and not told:
        return
    word = "How much" if clause.verb.lemma_ in COSTING else "How much money"
    if clause.passive:
        asked = words.ask_subject(f"{word} {tail}".strip())
    else:
        asked = words.ask(word, *inside, tail=tail, last=meant or "")
    question = clearly(material, asked, words, subject=not clause.passive)
    if question:
        yield Draft("how_many", question, found[0], sentence_span(sentence), confidence=0.85, rule="amount.sum")


def _came_to(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Sales at the Tarn mill came to $5 million in 2019": how much."""
    what = next((a for a in clause.all("oblique") if a.preposition == "to"), None)
    text = answer_of(what, sentence.antecedents, LONGEST) if what is not None else None
    if what is None or text is None or not MONEY.fullmatch(text):
        return
    question = clearly(material, words.ask("How much", what, last="to"), words)
    if question:
        yield Draft("how_many", question, text, sentence_span(sentence), confidence=0.8, rule="amount.sum")


def named(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "A new $2 billion loan to Tarn for boats", "a grant of £3 million for the Tarn pier": how much."""
    for entity in sentence.paragraph.doc.ents:
        if entity.label_ == "MONEY" and sentence.span.start <= entity.start < sentence.span.end:
            yield from _worth(material, sentence, entity)


def _end(noun: Token) -> int:
    """Where the name of a fund ends, with what it is for also where the parser tied that to the verb."""
    end = noun.right_edge.i + 1
    for token in noun.doc[end : noun.sent.end]:
        inner = next((c for c in token.children if c.dep_ == "pobj"), None)
        if token.i == end and token.lower_ in MEANT_FOR and inner is not None and inner.ent_type_ != "DATE":
            end = token.right_edge.i + 1
    return end


def _joint(noun: Token) -> int | None:
    """Where another fund is named behind one that is whole: "the $8 million boat fund | and nearly $9 million line"."""
    joint = next((c for c in noun.children if c.dep_ == "cc" and c.i > noun.i), None)
    other = next((c for c in noun.children if c.dep_ == "conj"), None)
    if joint is None or other is None or joint.i + 1 != other.left_edge.i:
        return None
    return joint.i if any(t.like_num or t.ent_type_ == "MONEY" for t in noun.doc[joint.i : other.i]) else None


ASKED_FOR = frozenset("apply ask bid propose refuse reject request seek turn want".split())
"""Verbs of what nobody has been given."""


def _worth(material: Material, sentence: Sentence, money: Span) -> Iterator[Draft]:
    root, doc = money.root, money.root.doc
    of = root.dep_ == "pobj" and root.head.lower_ == "of"
    noun: Token = root.head.head if of else root.head
    start, joint = noun.left_edge.i, _joint(noun)
    end = joint or _end(noun)
    if ASKED_FOR & {noun.head.lemma_.lower(), noun.head.head.lemma_.lower()}:
        return  # what is asked for is worth nothing yet
    if noun.lemma_.lower() not in FUNDS or noun.tag_ in ("NNS", "NNPS") or not start <= money.start < end:
        return
    if joint is None and is_cut(doc, start, end):
        return
    fund = Argument("object", noun, start, end)
    whole = in_full(fund, sentence.antecedents, LONGEST + len(money), behind=joint is None)
    found = MONEY.search(whole) if whole is not None else None
    if whole is None or found is None or len(MONEY.findall(whole)) > 1:
        return
    rest = whole[: found.start()].removesuffix(" of ").strip() + " " + whole[found.end() :].removeprefix("of ").strip()
    rest = rest.replace(" of  ", " ")
    name = rest.strip() if OWNED.match(rest) else "the " + NEW.sub("", rest).strip()
    asked = phrased("amount.worth", name=name)
    question = in_report(material, asked) or (asked if is_anchored(name) else None)
    if FEWEST_NAMED <= len(name.split()) <= LONGEST and question:
        yield Draft("how_many", question, found[0], sentence_span(sentence), rule="amount.worth")
