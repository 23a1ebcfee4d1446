"""Which meeting an article is about: its name, other names, date, place, format, and which of a series it is.

Every phrase that may name the meeting (a meeting noun, a body that met or decided, people who met) is a candidate with
a score; the title, where it names a meeting, votes. Date and place come from the clauses of the best candidates.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import msgspec

from facts import dates
from facts.articles.date_lines import day_of_minutes
from facts.articles.meeting_lines import meeting_lines
from facts.earlier_minutes import EARLIER_MINUTES
from facts.folding import fold, squeezed
from facts.meeting import names as naming
from facts.meeting.bodies import Report, body_names, lead_bodies
from facts.meeting.completing import completed, in_small_letters
from facts.meeting.formats import format_of, is_apart
from facts.meeting.mention import Candidate, MeetingMention, is_new, lead_mentions
from facts.meeting.mentions import candidates
from facts.meeting.own_lines import day_above, day_of_line, own_line, place_of_line
from facts.meeting.places import place_of, venue_of
from facts.meeting.planned import coming, is_planned, planned_for
from facts.meeting.times import date_of, is_ahead, is_long_ago
from facts.meeting.titles import TitledMeeting, headed_meeting, titled_meeting
from facts.meeting.words import BARE, COLOURFUL, DECIDE_VERBS, PLAIN, SHORT_FORMS
from facts.model import Meeting
from facts.parse.acronyms import Acronym, acronyms
from facts.parse.parser import ArticleParse
from facts.parse.sentences import SentenceParse

LEAST_SCORE = 3.0
"""How good a phrase must look to be taken for the article's meeting (see `_mention`)."""

_PLATFORM = re.compile(r"\bGoogle Meet$")
"""What meetings are held on, whose name ends as if it were one."""
_DURATION = re.compile(r"^(?:two|three|four|five|six|seven|\d)-day (?=\S+ \S)", re.IGNORECASE)
"""How long a meeting lasts, before a name that tells it from others: "two-day Tides Conference"."""


@dataclasses.dataclass(frozen=True, slots=True)
class FoundMeeting:
    """An article's meeting and the mentions that name, date and place it; `planned`: it is yet to be held."""

    meeting: Meeting | None
    named: MeetingMention | None = None
    dated: MeetingMention | None = None
    placed: MeetingMention | None = None
    planned: bool = False


def find_meeting(
    parsed: ArticleParse, sentences: tuple[SentenceParse, ...], forms: tuple[Acronym, ...]
) -> FoundMeeting:
    """Return the meeting that an article is about; none where the article names none.

    `sentences` and `forms` are all of the article: its sentences, and the acronyms that it spells out. When and where
    the meeting was is what the lines above minutes say, where they do.
    """
    article = parsed.article
    lines = meeting_lines(article.text, article.paragraphs)
    title = titled_meeting(_uncapitalised(article.title, article.text))
    title = title or (headed_meeting(article.title) if "people" in lines else None)
    sentences = tuple(each for each in sentences if not EARLIER_MINUTES.search(fold(each.span.text))) or sentences
    bodies = tuple(lead_bodies(parsed, sentences, forms))
    found = _told(Report(parsed, sentences, forms, bodies, title))
    if found.meeting is None:
        return found
    days = (w.iso for w in dates.find(lines.get("date", ""), article.date) if w.precision in ("day", "range"))
    date = next(days, found.meeting.date)
    if title is not None and title.sure:
        date = day_above(sentences, article.date) or date
    minuted = day_of_minutes(article.title)
    if minuted is not None and minuted.isoformat() not in (date or ""):
        date = minuted.isoformat()
    place = venue_of(lines.get("place", "")) or found.meeting.place
    if is_apart(found.meeting.format, found.placed):
        place = None  # "the virtual summit was held in Lisbon": where its host was
    dated = found.dated if date == found.meeting.date else None
    placed = found.placed if place == found.meeting.place else None
    if (line := own_line(article.title, sentences)) is not None and not found.planned:
        if date is None and (day := day_of_line(line, article.date)) is not None:
            date, dated = day, line
        if placed is None and "place" not in lines and (where := place_of_line(line)) is not None:
            place, placed = where, line
    name, series = in_small_letters(found.meeting.name), found.meeting.series
    return FoundMeeting(
        msgspec.structs.replace(
            found.meeting, name=name, series=in_small_letters(series) if series else None, date=date, place=place
        ),
        found.named,
        dated,
        placed,
        found.planned,
    )


def _uncapitalised(title: str | None, text: str) -> str | None:
    """A headline without the capital of its first word, where the text has that as a common noun: "Donors' meeting"."""
    first, _, rest = (title or "").partition(" ")
    stem = re.sub(r"[’']?s?[’']?$", "", first.lower())
    common = len(stem) > len("the") and first[:1].isupper() and first[1:].islower() and not rest[:1].isupper()
    if not common or re.search(rf"\b{re.escape(stem)}s?\b", text) is None or re.search(rf"\b\w+ {first}\b", text):
        return title
    return f"{first.lower()} {rest}"


def _told(report: Report) -> FoundMeeting:
    """The meeting that the title and the sentences of an article tell of."""
    parsed, sentences, forms = report.parsed, report.sentences, report.forms
    found = sorted((c for c in candidates(report) if not _PLATFORM.search(c.phrase)), key=lambda c: -c.score)
    found = [c for c in found if c.score < LEAST_SCORE or not is_long_ago(c.mention, parsed.article.date)]
    best = found[0] if found and found[0].score >= LEAST_SCORE else None
    if report.title is not None and report.title.sure and (best is None or not _covers(best, report.title.name, forms)):
        return _titled(report, report.title, found)
    if best is None:
        return _untold(report, found)
    name, aliases = _names(best, report)
    if len(naming.words_of(naming.kind(name))) < 2 and not any(c.isupper() for c in name):
        return _untold(report, found)
    series = naming.series(name)
    alike = [
        c
        for c in found
        if c.score > 0
        and (not c.words or c.words & best.words)
        and _is_of(best.mention, c.mention)
        and not _is_numbered_otherwise(c, best)
    ]
    others = (c for c in alike if c is not best)
    near = [best, *sorted(others, key=lambda c: (c.mention.paragraph.start, c.mention.head.i))]
    mentions = [m for m in (c.mention for c in near[:8]) if not is_new(m, best.mention)]
    title = report.title.name if report.title else None
    told = " ".join([best.phrase, name, title if title in (name, *aliases) and title else ""])
    numbers = (naming.number(told), *(naming.times(m.sentence.text) for m in mentions[:4]))
    number = next((n for n in numbers if n is not None), None)
    apart = [c.mention.sentence for c in found if is_new(c.mention, best.mention)]
    lead = [m for m in lead_mentions(sentences) if m.sentence not in apart]
    date, dated = date_of(parsed, [*mentions, *_decisions(report, best)], lead)
    written = _day_of(report.title, parsed) if report.title is not None and report.title.sure else None
    if written and not (date and written in date):
        date, dated = written, None
    form = format_of(near, report)
    planned = is_planned(mentions)
    if planned:
        mentions = [*mentions, *coming(sentences)]
        date, dated = planned_for(parsed, mentions)
    place, placed = place_of(parsed, mentions, dateline=form is None and not planned)
    if place is not None and naming.bare(place) == name:
        place, placed = None, None  # "in the Tarn Senate"
    whole = completed(name, place, report)
    if whole != name:
        name, aliases, series = whole, [name, *aliases], naming.series(whole)
    meeting = Meeting(name, tuple(aliases), date, place, form, series, number)
    return FoundMeeting(meeting, best.mention, dated, placed, planned)


def _is_of(own: MeetingMention, other: MeetingMention) -> bool:
    """Whether a mention may be of the meeting of another: none to come is of one that was held."""
    ahead = [each.clause is not None and is_ahead(each.clause) for each in (own, other)]
    return ahead[0] or not ahead[1]


def _is_numbered_otherwise(candidate: Candidate, best: Candidate) -> bool:
    """Whether a phrase counts a meeting of a series as another than the best one does: "the sixth", "the eighth"."""
    own, other = naming.number(best.phrase), naming.number(candidate.phrase)
    return own is not None and other is not None and own != other


def _covers(candidate: Candidate, title: str, forms: tuple[Acronym, ...]) -> bool:
    """Whether a phrase of the text says all that tells the meeting of a title from others."""
    told = f"{candidate.owner or ''} {candidate.phrase}"
    known = set(naming.words_of(told)).union(*(naming.words_of(f.long) for f in forms if f.short in told))
    telling = set(naming.words_of(naming.kind(title))) - BARE - PLAIN
    return bool(telling) and telling <= known


def _day_of(title: TitledMeeting, parsed: ArticleParse) -> str | None:
    """The day or days that the title of a document names."""
    found = dates.find(title.when, parsed.article.date)
    return next((w.iso for w in found if w.precision in ("day", "range")), None)


def _titled(report: Report, title: TitledMeeting, found: list[Candidate]) -> FoundMeeting:
    """The meeting that the title of a document names: the document's lead says when, where and how it was."""
    parsed, name = report.parsed, title.name
    near = [c for c in found if c.score > 0 and c.words <= set(naming.words_of(name))]
    lead = list(lead_mentions(report.sentences))
    near = [c for c in near if all(_is_of(each, c.mention) for each in lead[:1])]
    mentions = [*(m for m in lead if _is_of(lead[0], m)), *(c.mention for c in near[:6])]
    date, dated = date_of(parsed, mentions)
    written = _day_of(title, parsed)
    if written and not (date and written in date):
        date, dated = written, None
    told = [dated] if dated else mentions[:1]
    place, placed = place_of(parsed, [*told, *(c.mention for c in near[:6])], dateline=False)
    forms = [*report.forms, *acronyms(parsed.article.title or "")]
    aliases = dict.fromkeys(squeezed(a) for a in naming.shortened(name, forms) if fold(a) != fold(name))
    whole = completed(name, None, report)
    meeting = Meeting(
        whole,
        tuple(dict.fromkeys([*([name] if whole != name else []), *aliases])),
        date,
        place,
        format_of(near, report),
        naming.series(whole),
        naming.number(whole),
    )
    return FoundMeeting(meeting, near[0].mention if near else None, dated, placed)


def _untold(report: Report, found: list[Candidate]) -> FoundMeeting:
    """An article whose text names no meeting: its headline may, else it is about none."""
    if report.title is None:
        return FoundMeeting(None)
    name = report.title.name
    said = (c.mention for c in found if c.score > 0)
    mentions = [m for m in said if m.head.pos_ != "VERB" or m.head.dep_ != "relcl"][:3]
    planned = is_planned(mentions)
    lead = () if mentions else lead_mentions(report.sentences)
    date, dated = planned_for(report.parsed, mentions) if planned else date_of(report.parsed, mentions, lead)
    place, placed = place_of(report.parsed, mentions, dateline=False)
    meeting = Meeting(name, (), date, place, None, naming.series(name), naming.number(name))
    return FoundMeeting(meeting, None, dated, placed, planned)


def _decisions(report: Report, best: Candidate) -> Iterator[MeetingMention]:
    """Where the lead tells what the body, or what it is a part of, did: on the day of its meeting."""
    lead = report.sentences[0]
    for clause in lead.clauses:
        acts = clause.subject is not None and clause.lemma.split()[0] in DECIDE_VERBS and clause.kind == "finite"
        if (
            acts
            and clause.subject
            and best.owner
            and any(name in best.owner for name in body_names(lead.span.text, report.forms))
        ):
            yield MeetingMention(lead.paragraph, lead.span, clause, clause.verb)


def _names(best: Candidate, report: Report) -> tuple[str, list[str]]:
    """The meeting's name and aliases: the body and the kind of meeting, acronyms, what the title calls it."""
    phrase = naming.bare(best.phrase)
    kind = naming.kind(phrase)
    told = _is_told(kind)
    aliases: list[str] = []
    if best.owner is not None:
        owner = best.owner
        formless = re.sub(
            r"^(?:(?:video|telephone|virtual|online)[ -])+(?:conference|meeting)$|^(?:video|tele)-?conference$",
            "meeting",
            kind,
            flags=re.IGNORECASE,
        )
        plain = not kind or fold(formless) in BARE or fold(kind) == naming.head_word(owner)
        if told and fold(owner).startswith(f"{fold(kind)} of "):
            name = f"{phrase}{owner[len(kind) :]}" if phrase.endswith(kind) else owner
        elif told and naming.says_nothing(kind) and naming.ORDINAL.match(phrase) and any(c.isupper() for c in kind):
            name = f"{phrase} of the {owner}"  # "48th Ordinary Summit"
        elif told and any(c.isupper() for c in kind):
            name = kind if fold(owner) in fold(kind) else f"{kind} of the {owner}"
        elif kind and fold(owner).startswith(f"{fold(kind).split()[0]} of "):
            name = owner  # "committee meeting" of the "Committee of the Lunn Guild"
        elif fold(kind).split()[0:1] == fold(owner).split()[-1:]:
            name = f"{owner} {' '.join(kind.split()[1:])}".strip()  # "Forum", "forum meeting"
        elif not plain and owner[:1].islower() and " of " in owner:
            name = f"{kind} of the {owner}"
        else:
            if plain and "annual meeting" in phrase and not naming.is_body(owner):
                kind, plain = "annual meeting", False  # "Tarn Lines", which is no name of a meeting
            name = owner if plain else f"{owner} {kind}"
        if naming.ORDINAL.search(phrase) or not plain:
            aliases.append(f"{phrase} of the {owner}" if not fold(phrase).startswith(fold(owner)) else phrase)
    else:
        name = " ".join(word for word in phrase.split() if fold(word) not in COLOURFUL)
    title = report.title.name if report.title else None
    noun = best.mention.head.lemma_.lower()
    shortens = title is not None and set(naming.words_of(title)) < set(naming.words_of(naming.kind(name)))
    talks = re.search(r"\bof (?P<noun>consultations|discussions|negotiations|talks)$", name)
    if talks is not None and best.owner is None and (called := _in_title(talks["noun"], report)) is not None:
        aliases, name = [*aliases, name], f"{name[: talks.start('noun')]}{called}"
    if title and best.owner is None and noun == fold(title).split()[-1] and len(title.split()) < 4 and not shortens:
        aliases, name = [*aliases, name], title
    if title and (not any(c.isupper() for c in name) or best.phrase.startswith(("meeting of ", "meeting on "))):
        aliases, name = [*aliases, name], title
    elif title:
        words, known = set(naming.words_of(title)) - BARE, set(naming.words_of(f"{name} {phrase}"))
        expanded = known.union(*(naming.words_of(f.long) for f in report.forms if f.short in name))
        if words and len(words & expanded) >= 0.5 * len(words):
            aliases.append(title)
    forms = list(report.forms)
    short = list(naming.shortened(name, forms))
    text = report.parsed.article.text
    lettered = [name.replace(long, short) for short, long in SHORT_FORMS.items() if long in name and short in text]
    aliases = [_as_text_has(alias, text) for alias in (*lettered, *short, *aliases)]
    seen = dict.fromkeys(squeezed(a) for a in aliases if a and fold(a) != fold(name) and len(a.split()) < 14)
    return _DURATION.sub("", naming.bare(squeezed(name))), list(seen)


def _as_text_has(name: str, text: str) -> str:
    """A name with letters that the text gives no article: "Summit of the TARCOM" as "Summit of TARCOM"."""
    letters = re.search(r"\bof the ([A-Z]{3,})$", name)
    if letters is None or re.search(rf"\b[Tt]he {letters[1]}\b", text) or not re.search(rf"\b{letters[1]}\b", text):
        return name
    return name.removesuffix(f"the {letters[1]}") + letters[1]


def _in_title(noun: str, report: Report) -> str | None:
    """What a headline calls talks of which the text only counts the rounds: "Lunn talks"."""
    match = re.search(rf"(?P<name>{naming.NAME.pattern})\s{re.escape(noun)}\b", report.parsed.article.title or "")
    return match[0] if match and naming.trimmed(match["name"]) == match["name"] else None


def _is_told(kind: str) -> bool:
    return bool(kind) and fold(kind) not in BARE
