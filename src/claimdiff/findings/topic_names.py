"""What to call a topic: a heading, a name or a noun phrase that the absent documents do not have."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from claimdiff.findings.coverage import FactView
from claimdiff.findings.sides import shorten
from claimdiff.findings.wording import StoryWords, word_key
from claimdiff.language.cues import SAY_VERBS, STOPWORDS
from claimdiff.language.names import find_names
from claimdiff.language.places import canonical_place
from claimdiff.language.tokens import Token, tokenize
from claimdiff.language.wholeness import TORN, WHOLE, rate_statement
from claimdiff.model import Claim, Document

_SECTION_SHARE = 0.5
_SECTION_PART = 0.4
_TOPICAL_SHARE = 0.5
_LONGEST_PHRASE = 3
_LONGEST_NAME = 90
# A name of at most so many characters fits a line.
_SHORT_NAME = 60
# A statement of fewer content words hardly says what it is about.
_TELLING = 3
# What is as likely as this to be told after all is a poor name for what is missing.
_NEAR = 0.5
_NAMED = 1.5
_LONGER = 0.25
_SHARED_WITH_ABSENT = 0.45
# A phrase in fewer of a topic's facts names something else.
_LEAST_COVERED = 0.5
_Rank = tuple[bool, bool, bool, bool, bool, bool, int, bool, bool, int, str]
_NOUN_LEADS = frozenset(
    """a an the of in on for with to from over about into against by between its their his her our your
    this these those any some no every each other several many few more most two three four five and or
    as""".split()
)
_NO_HEAD = re.compile(r"(?:ly|ing|ed|ise|ize|ify)$")
_NO_FIRST = re.compile(r"(?:ly|ed)$")
_EMPTY_HEADS = frozenset(
    """thing things way ways time times people person persons part parts number numbers lot lots kind kinds
    sort sorts case cases year years month months week weeks day days today yesterday monday tuesday
    wednesday thursday friday saturday sunday same close end start range fact facts area areas general
    overall additionally meanwhile however sure certain clear ready able likely unlikely aware possible
    impossible glad sorry worth due""".split()
)


class SectionTitles:
    """The headings that can name a topic: those over a part of an article, not over most of it."""

    def __init__(self, views: Sequence[FactView], documents: Mapping[str, Document]) -> None:
        self._sizes = Counter(section for view in views for section in sorted(view.sections))
        self._topical = {
            (document.id, section.title)
            for document in documents.values()
            for section in document.sections
            if section.end - section.start <= _TOPICAL_SHARE * max(1, len(document.text))
        }

    def is_topical(self, section: tuple[str, str]) -> bool:
        """Tell whether a section (document id, title) is about one thing: it fills at most half the text."""
        return section in self._topical

    def choose(self, views: Sequence[FactView]) -> str | None:
        """Return the heading over most of the facts that holds a good part of its section."""
        counts = Counter(
            section for view in views for section in sorted(view.sections) if self.is_topical(section)
        )
        if len(views) < 2 or not counts:
            return None
        section, count = min(counts.items(), key=lambda row: (-row[1], row[0]))
        if count < _SECTION_SHARE * len(views) or count < _SECTION_PART * self._sizes[section]:
            return None
        return section[1]


class Theme(Struct, frozen=True):
    """What the facts of a topic share: the heading they stand under, or a phrase that most of them have."""

    words: str
    heading: bool


def find_theme(
    views: Sequence[FactView],
    absent: Collection[str],
    titles: SectionTitles,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    story: StoryWords,
) -> Theme | None:
    """Return the heading most of the facts stand under, else their most telling phrase, None without either.

    A phrase tells more the more of the topic's facts have it, the rarer its words are in the story, and
    the less the documents without the topic have it. One common word alone is none.
    """
    title = titles.choose(views)
    if title is not None:
        return Theme(title, True)
    facts = [[claims[claim_id] for claim_id in view.fact.claim_ids] for view in views]
    scores = _score_phrases(facts, absent, documents, story)
    best = min(scores.items(), key=lambda row: (-row[1], row[0]))[0] if scores else ""
    return Theme(best, False) if " " in best or best[:1].isupper() else None


def name_topic(
    theme: Theme | None, views: Sequence[FactView], absent: Collection[str], claims: Mapping[str, Claim]
) -> str:
    """Name a topic: by its heading, else by the statement that tells an editor most, else by its phrase.

    A bare name ("Ada Moro", "May") does not say what is missing: that is told by a whole sentence, and first
    by one that the documents without the topic do not tell and have nothing near to, that many tell, that
    holds the phrase and that fits a line.
    """
    if theme is not None and theme.heading:
        return theme.words

    def rank(view: FactView) -> _Rank:
        statement, rows = view.fact.statement, [claims[claim_id] for claim_id in view.fact.claim_ids]
        rate = rate_statement(statement)
        return (
            not view.documents.isdisjoint(absent),
            rate >= TORN,
            any(claim.aside for claim in rows) or len(view.stems) < _TELLING,
            all(claim.presupposed for claim in rows),
            rate != WHOLE,
            any(view.misses[one].probability >= _NEAR for one in absent if one in view.misses),
            -len(view.fact.document_ids),
            theme is not None and theme.words not in statement,
            len(statement) > _SHORT_NAME,
            -view.length,
            view.fact.id,
        )

    best = min(views, key=rank)
    if theme is not None and rate_statement(best.fact.statement) >= TORN:
        return theme.words
    return shorten(best.fact.statement, _LONGEST_NAME)


def _score_phrases(
    facts: Sequence[Sequence[Claim]],
    absent: Collection[str],
    documents: Mapping[str, Document],
    story: StoryWords,
) -> dict[str, float]:
    """Return the phrases in enough of the facts (the claims of each are given) with what they tell."""
    printed: dict[tuple[str, ...], tuple[str, bool]] = {}
    having: dict[tuple[str, ...], set[int]] = {}
    for number, claims in enumerate(facts):
        for claim in claims:
            for key, (text, named) in sorted(_phrases_of(claim, documents[claim.document_id]).items()):
                old = printed.get(key)
                if old is None or (named, -len(text), text) > (old[1], -len(old[0]), old[0]):
                    printed[key] = text, named
                having.setdefault(key, set()).add(number)
    elsewhere = [story.vocabulary(document_id) for document_id in absent]
    scores: dict[str, float] = {}
    for key, count in sorted((key, len(numbers)) for key, numbers in having.items()):
        if count < _LEAST_COVERED * len(facts):
            continue
        text, named = printed[key]
        if canonical_place(text):
            continue  # a country goes by many names, and tells little of what a source leaves out
        weight = sum(map(story.weight, key)) / len(key) * (1 + _LONGER * (len(key) - 1))
        score = weight * (_NAMED if named else 1.0) * count**0.75
        if all(any(stem in words for words in elsewhere) for stem in key):
            if len(key) == 1:
                continue
            score *= _SHARED_WITH_ABSENT
        scores[text] = max(scores.get(text, 0.0), score)
    return scores


def _phrases_of(claim: Claim, document: Document) -> dict[tuple[str, ...], tuple[str, bool]]:
    """Return a claim's names and noun phrases by their keys, each as printed and whether it is a name."""
    found: dict[tuple[str, ...], tuple[str, bool]] = {}
    for span in claim.spans:
        tokens = tokenize(document.text, span.start, span.end)
        for first in range(len(tokens)):
            if not _is_led(tokens, first):
                continue
            for size in range(1, min(_LONGEST_PHRASE, len(tokens) - first) + 1):
                phrase = tokens[first : first + size]
                if not phrase[-1].text[0].islower() or phrase[-1].lower in STOPWORDS:
                    break
                if _is_noun_phrase(tokens, first, size):
                    keys = tuple(word_key(token.text) for token in phrase)
                    if all(keys):
                        found[keys] = document.text[phrase[0].start : phrase[-1].end], False
        for name in find_names(document.text, span.start, span.end):
            keys = tuple(key for token in tokenize(name.text) if (key := word_key(token.text)))
            alone = name.start == span.start and len(keys) == 1 and name.kind == "unknown"
            if keys and "\n" not in name.text and not alone:
                found[keys] = name.text, True
    return found


def _is_led(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether an article or the like stands before a word."""
    before = tokens[first - 1].lower if first else ""
    return before in _NOUN_LEADS or before.endswith(("'s", "’s"))


def _is_noun_phrase(tokens: Sequence[Token], first: int, size: int) -> bool:
    """Tell whether led words in small letters look like a noun phrase: closed by a word without meaning."""
    words = [token.lower for token in tokens[first : first + size]]
    before = tokens[first - 1].lower if first else ""
    after = tokens[first + size].lower if first + size < len(tokens) else "."
    if after not in STOPWORDS and after[0].isalnum():
        return False
    head = words[-1]
    if _NO_HEAD.search(head) or _NO_FIRST.search(words[0]) or head in _EMPTY_HEADS or len(head) < 4:
        return False
    return not (before == "to" and size == 1) and not (size == 1 and head in SAY_VERBS)
