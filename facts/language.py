"""Whether a text is English: by its most common words, which every running text is full of.

A short text has few of them. It is in another language if it has several of that one's and none that only English has;
if it has neither, that cannot be told.
"""

from __future__ import annotations

from collections.abc import Mapping

from facts.expressions import expression

LEAST_WORDS = 25
"""Different words from which on a text can be told to be in another language by the words that it lacks."""

LEAST_SHARE = 0.05
"""Share of the words of an English text without its names, at least, that are among the most common ones. Nearly all
articles and minutes have three times as many."""

SEVERAL = 5
"""Common words of another language, and three times as many as English ones, by which a short text is in that one."""

FEW = 2
"""Different common words of another language by which a text without any word of English alone is in that one."""

FOREIGN_LETTERS = 0.5
"""Share of its words without names that have letters beyond a to z by which such a text is not English."""

_ENGLISH = frozenset(
    "the of and to that for it with by from are were which had not but their they its his who been would this".split()
)
_ENGLISH_ALONE = frozenset(
    "adopted agreed and approved attended because been before between both chaired committee could council "
    "decided discussed each elected first friday from he held his into it its january july june meeting members "
    "monday more october other our out people said saturday second she should since some such sunday than that "
    "the their then there these they third this those three through thursday today tomorrow tuesday two until "
    "very voted wednesday week were when where which while who will with would year years yesterday you your".split()
)
"""Words that are English and hardly ever of another language."""
_OTHERS: Mapping[str, frozenset[str]] = {
    "Vietnamese": frozenset("và của các là được cho với trong này những người đã không một tại ngày về sẽ".split()),
    "French": frozenset("le la les des et est une dans pour qui sur pas au du que ce avec par été sont".split()),
    "German": frozenset(
        "der die das und ist nicht den dem des ein eine mit sich auf für wurde von zu auch am im hat".split()
    ),
    "Spanish": frozenset("el los las de que y en una por con para del se su como fue más este ha".split()),
    "Portuguese": frozenset("os de que e em uma por com para do da não dos das na no mais foi ao o se à".split()),
    "Italian": frozenset("il di che e la per una con non del della sono è nel dei le al anche stato si gli ha".split()),
    "Dutch": frozenset("de het een en van niet dat zijn voor op te met aan ook door werd bij naar".split()),
    "Swedish": frozenset("och att det som är en på av för med den inte har till om ett var från".split()),
    "Polish": frozenset("i w na z się do nie że jest o jak po przez oraz dla przy ze który".split()),
    "Turkish": frozenset("ve bir bu için ile olarak da de olan daha gibi çok sonra kadar ise tarafından".split()),
    "Indonesian": frozenset("yang dan di dengan untuk ini dari dalam tidak akan pada itu oleh telah adalah".split()),
}
_SCRIPTS = (
    ("Russian or another language in Cyrillic", "\u0400", "\u052f"),
    ("Greek", "\u0370", "\u03ff"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("Arabic or another language in its script", "\u0600", "\u06ff"),
    ("Hindi or another language of India", "\u0900", "\u0dff"),
    ("Thai", "\u0e00", "\u0e7f"),
    ("Burmese", "\u1000", "\u109f"),
    ("Khmer", "\u1780", "\u17ff"),
    ("Korean", "\uac00", "\ud7af"),
    ("Japanese", "\u3040", "\u30ff"),
    ("Chinese", "\u4e00", "\u9fff"),
)
_PARTICLES = expression(r"\b([A-Z]\w*) (?:(?:d[aeiou]|de[lnr]|dos|la|las|le|los|te[nr]|van|von|zu[rm]?) )+(?=[A-Z])")
"""Small words inside names, behind the word before them: Ursula von der Leyen."""
_WORD = expression(r"\b[^\W\d_]+\b")


def other_than_english(text: str) -> str | None:
    """Name the language of a text if it is certainly not English, "another language" if it is none that has a name.

    >>> other_than_english("The board met in Ostford and adopted the budget.")
    >>> other_than_english("Hội đồng đã họp tại Hà Nội và thông qua ngân sách của các tỉnh trong năm nay.")
    'Vietnamese'
    >>> other_than_english("Le conseil a adopté le budget. La séance est close.")
    'French'
    """
    letters = [letter for letter in text if letter.isalpha()]
    foreign = [letter for letter in letters if letter > "\u036f" and not "\u1e00" <= letter <= "\u1eff"]
    if len(foreign) > len(letters) / 2:
        return _script_of(foreign)
    every = _words(text)
    words = [word for word in every if word.islower()]  # without names
    english = sum(word in _ENGLISH for word in words)
    name, most = max(
        ((name, sum(word in common for word in words)) for name, common in _OTHERS.items()), key=lambda each: each[1]
    )
    if most >= SEVERAL and most > 3 * english:
        return name
    if len(set(words)) >= LEAST_WORDS and english < LEAST_SHARE * len(words):
        return "another language"
    return _of_few_words({word.lower() for word in _words(_PARTICLES.sub(r"\1 ", text))}, set(words))


def is_too_short(text: str) -> bool:
    """Whether nothing in a text tells its language: it has no word that is English alone.

    >>> is_too_short("Ostford, Ann Poole."), is_too_short("They met in Ostford.")
    (True, False)
    """
    return not _ENGLISH_ALONE.intersection(map(str.lower, _words(text)))


def _words(text: str) -> list[str]:
    """The words of a text, those of addresses left out."""
    return _WORD.findall(" ".join(piece for piece in text.split() if "://" not in piece and "@" not in piece))


def _of_few_words(every: set[str], unnamed: set[str]) -> str | None:
    """The language of a text that has no word of English alone, if its different words (and those that are no names, as
    they begin small) tell it."""
    if every & _ENGLISH_ALONE:
        return None
    (most, name), (second, _) = sorted(((len(every & common), name) for name, common in _OTHERS.items()), reverse=True)[
        :2
    ]
    marked = sum(not word.isascii() for word in unnamed)
    if most < FEW and (len(unnamed) < FEW or marked < FOREIGN_LETTERS * len(unnamed)):
        return None
    return name if most >= FEW and most > second else "another language"


def _script_of(letters: list[str]) -> str:
    """The language that has most of these letters; of Chinese letters and kana, Japanese."""
    counts = {name: sum(first <= letter <= last for letter in letters) for name, first, last in _SCRIPTS}
    if counts["Japanese"]:
        return "Japanese"
    name = max(counts, key=lambda name: counts[name])
    return name if counts[name] else "another language"
