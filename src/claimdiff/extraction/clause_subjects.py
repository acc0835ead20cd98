"""The subject of a finite verb, and of the clauses that share it."""

from collections.abc import Sequence

from claimdiff.extraction.preceding_nouns import find_described_before, find_whole_before
from claimdiff.extraction.relative_nouns import find_relative_noun
from claimdiff.extraction.stretch_view import CONDITIONS, EDGE
from claimdiff.extraction.subject_fit import agrees
from claimdiff.extraction.tagging import FINITE
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

_ARTICLES = frozenset("the a an this that these those his her its their".split())
_TELLING = word_set(
    "say says said show shows showed think thinks thought believe believes believed claim claims claimed"
    " hope hopes hoped know knows knew fear fears feared suggest suggests suggested feel feels felt mean"
    " means"
)
# A name goes without these as a subject; “Dr” stays.
_COURTESY = frozenset({"Mr", "Mrs", "Ms"})
# What somebody else does behind these has a subject of its own: “had him send”.
_CAUSING = frozenset(
    "had have has having let lets made make makes making help helps helped saw watched".split()
)
_CAUSED = 5  # so near behind
_GRANTING = frozenset({"although", "though", "while"})
# These close a remark of the teller between commas: “the first blow, she says, came”.
_ASIDE_SAYING = frozenset(
    "says said adds added writes wrote notes noted recalls recalled thinks believes".split()
)
_LONGEST_REMARK = 5
_LONGEST_SHORT_FORM = 5  # in characters
_SAYING = frozenset({"say", "says", "said"})
_FIRST = frozenset({"first", "initially"})  # “he first shot”
# A name right behind these opens a clause that describes them: “one thing | Moro knew”.
_CONTACT = frozenset("thing things way reason moment something everything anything someone all".split())
_PAIRED = frozenset({"he", "she", "they", "we", "i", "you"})
_ADDING = frozenset({"with", "including", "like", "unlike", "despite", "alongside"})
#: So many tokens back a subject is looked for.
REACH = 40
_RELATIVE_REACH = 10
#: A subject with its verb: its first token, its end, and its finite verb.
Governing = tuple[int, int, int]


def find_subject_before(
    tokens: Sequence[Token], tags: Sequence[str], start: int, *, strict: bool = False
) -> Governing | None:
    """Return the last subject before a clause: its first token, its end, and its finite verb.

    With `strict` none is looked for behind a verb whose own subject is not found, unless it shares one.
    """
    low = max(0, start - 2 * REACH)
    for verb in range(start - 1, low - 1, -1):
        if tags[verb] in FINITE and tags[verb] != "b":
            subject = find_subject_of(tokens, tags, verb, low)
            if subject is not None and not (
                tokens[verb].lower == "know" and tags[verb + 1 : verb + 2] == [","]
            ):
                return subject[0], subject[1], verb  # but ", you know,"
            if strict and (not _shares(tokens, tags, verb) or tags[verb:start].count('"') % 2):
                return None
    return None


def _shares(tokens: Sequence[Token], tags: Sequence[str], verb: int) -> bool:
    """Say whether a verb may share a subject, or is no main verb: “and sank”, “to have”, “had him send”."""
    at = verb - 1
    if tokens[verb].lower == "am" and tags[at] == "#":
        return True  # "at 6am"
    if any(token.lower in _CAUSING for token in tokens[max(0, verb - _CAUSED) : verb]):
        return True
    while at > 0 and tags[at] in 'X"':
        at -= 1
    if tags[verb] == "V" and (tags[at] in ",N" and "Q" in classify_word(tokens[verb].lower)):
        return True  # "glasses called Ellery", perhaps a participle
    return tags[at] in "CTBHMO-)" or (tags[at] == "," and tags[verb] == "V")


def find_agreeing_subject(
    tokens: Sequence[Token], tags: Sequence[str], start: int, verb: str
) -> Governing | None:
    """Return the last subject before a clause that goes with its verb ("are" with no one thing)."""
    subject = find_subject_before(tokens, tags, start)
    while subject is not None and not agrees(tokens, tags, subject[0], subject[1], verb):
        near = start - subject[0] < 2 * REACH
        subject = find_subject_before(tokens, tags, subject[0]) if near else None
    return subject


def find_hanging(tags: Sequence[str], subject: Governing) -> int:
    """Return where the word stands that a subject's clause hangs on (“who”, “when”, “that”), else -1."""
    first, _, verb = subject
    at = verb - 1
    while at > 0 and tags[at] == "X":
        at -= 1
    if tags[at] == "W":
        return at
    before = first - 1
    while before > 0 and tags[before] in 'X"':
        before -= 1
    return before if before > 0 and tags[before] in "WS" else -1


def find_subject_of(
    tokens: Sequence[Token], tags: Sequence[str], verb: int, low: int
) -> tuple[int, int] | None:
    """Return the subject of the finite verb at `verb`, None where it has none of its own.

    Where “who” or “which” stands right before the verb, or a clause with one parts the verb from its
    noun, the noun before it is the subject.
    """
    last = verb
    while last > low and tags[last - 1] == "X":
        last -= 1
    first = last
    while first > low:
        tag = tags[first - 1]
        if tag == ")":
            first = _opening_bracket(tags, first - 1, low)
            continue
        if tag == "." and first > 1 and _is_short_for(tokens, first - 1):
            first -= 1
            continue  # "St. | Ives"
        if tag == "W" and first == last:
            return find_relative_noun(tokens, tags, first - 1)
        if tag in FINITE:
            relative = _relative_before(tokens, tags, first - 1, low)
            listed = tags[last - 1] == "," and tags[first:last].count(",") == 1
            word = tokens[first - 1].lower
            told = word in _TELLING and (word in _SAYING or not listed)  # "they knew their rights, knew to"
            if relative < 0 and told and tags[first] in "DER":
                break  # "the log shows the boat left"
            if relative < 0 and tags[last - 1] != "," and "," in tags[first:last]:
                break  # "In a note that was sent on Monday, Moro"
            if relative < 0 or tags[last - 1] != ",":
                return None
            described = find_described_before(tokens, tags, relative)
            return described or find_whole_before(tokens, tags, relative)
        if tag == "S" and tags[0] == "W" and sum(other in FINITE for other in tags[:verb]) == 1:
            return None  # "What began as a quay is"
        if tag == "C" and tags[first:last] == ["R"] and tags[first - 2] != "E":
            break  # "in the web | and they pressed"
        if tag in ";:-.?!(TIW" or (tag in "CS" and not _inside_subject(tokens, tags, first - 1)):
            break
        first -= 1
    closed = last == verb and tags[last - 1] == "," and tags[first:last].count(",") == 1
    if closed and first > low and tags[first - 1] == "I" and "Q" not in classify_word(tokens[verb].lower):
        return None  # "To save the pier, | call"
    return _trim_subject(tokens, tags, first, last, low)


def _is_short_for(tokens: Sequence[Token], stop: int) -> bool:
    """Say whether a full stop belongs to a title or a short form before it: “Gov.”, “St.”."""
    word = tokens[stop - 1]
    return (
        word.end == tokens[stop].start and len(word.text) <= _LONGEST_SHORT_FORM and word.text[:1].isupper()
    )


def find_interrupted(tokens: Sequence[Token], tags: Sequence[str], closing: int) -> tuple[int, int] | None:
    """Return the noun before what a comma closes: “the boat, which left to fish, | was”."""
    for at in range(closing - 1, max(0, closing - REACH), -1):
        if tags[at] != ",":
            if tags[at] in ";?!":
                return None
            continue
        tag, word = tags[at + 1], tokens[at + 1].lower
        who = at + 2 if tag == '"' else at + 1
        if (
            tokens[closing - 1].lower in _ASIDE_SAYING
            and 1 < closing - at <= _LONGEST_REMARK
            and tags[who] in "RE"
        ):
            return find_whole_before(tokens, tags, at + 1)  # "the first blow, she says, came"
        conceded = word in _GRANTING and tags[at + 2] in "QGA"  # "the crew, although warned,"
        participle = conceded or (tag in "QV" and "Q" in classify_word(word) and tags[at + 2] in "PETX")
        if tag == "W" or word == "whose" or participle or (tag == "P" and word in _ADDING):
            return find_described_before(tokens, tags, at + 1) or find_whole_before(tokens, tags, at + 1)
    return None


def _opening_bracket(tags: Sequence[str], closing: int, low: int) -> int:
    """Return where the bracket opens that closes at `closing`, the place of the closing one if none does."""
    for at in range(closing - 1, low - 1, -1):
        if tags[at] == "(":
            return at
    return closing


def _relative_before(tokens: Sequence[Token], tags: Sequence[str], verb: int, low: int) -> int:
    """Return where the “who” or “of which” of a finite verb stands, -1 where it has none close by."""
    for at in range(verb - 1, max(low, verb - 4) - 1, -1):
        if tags[at] == "W":
            return at
        if tags[at] not in "XHMBO":
            break
    for at in range(verb - 1, max(low, verb - _RELATIVE_REACH) - 1, -1):  # ", whose lead was cut,"
        if tokens[at].lower == "whose":
            return at
        if tags[at] == ",":
            opens = (
                tags[at + 1] == "W" or tokens[at + 1].lower == "whose" or tags[at + 1 : at + 3] == ["P", "W"]
            )
            return at + 1 if opens else -1
        if tags[at] in FINITE or tags[at] in ";:-?!":
            break
    return -1


def _trim_subject(
    tokens: Sequence[Token], tags: Sequence[str], first: int, last: int, low: int = 0
) -> tuple[int, int] | None:
    """Leave out joining words, what leads in ("In September,") and what is put between commas."""
    while first < last and (tags[first] in EDGE or tokens[first].lower in CONDITIONS):
        first += 1
    while last > first and tags[last - 1] == ")":
        last = min(last - 1, _opening_bracket(tags, last - 1, first))
    commas = [at for at in range(first, last) if tags[at] == "," and ")" not in tags[at:last]]
    if commas and commas[-1] == last - 1:  # "two men, both sailors, were"
        parts = [first, *(at + 1 for at in commas)]
        while len(parts) > 2 and (
            tags[parts[0]] == "P"
            or tags[parts[0] : parts[0] + 2] == ["R", ","]
            or tags[parts[0] : parts[0] + 2] in (["X", ","], ["X", "P"])
        ):
            parts.pop(0)
        first, last = parts[0], next(at for at in commas if at >= parts[0])
        if low < parts[0] and tags[parts[0] - 1] in "IP" and set(tags[parts[-1] : commas[-1]]) == {"E"}:
            first, last = parts[-1], commas[-1]  # "the firm it hired to mend the pier, Moro Lines, has"
    elif commas and (tags[first] == "G" or "C" not in tags[commas[-1] : last]):
        first = commas[-1] + 1
    while first < last and (
        tags[first] in EDGE or (tags[first] == "X" and tags[first + 1 : first + 2] != ["A"])
    ):
        first += 1  # but "heavily armed men"
    while last > first and (
        tags[last - 1] in EDGE or tags[last - 1] == "X" or tokens[last - 1].lower in _FIRST
    ):
        last = _opening_bracket(tags, last - 1, first) if tags[last - 1] == ")" else last - 1
    first = _skip_lead(tokens, tags, first, last)
    if tokens[first].text in _COURTESY and tags[first + 1] == ".":
        first += 2  # the name goes without
    if first >= last or not any(tag in "NERDU#" for tag in tags[first:last]):
        return None
    joined = tags[last - 2 : last] == ["C", "R"] and tags[last - 3] != "E" and last - first > 2
    if tags[last - 1] == "R" and last - first > 1 and (tags[last - 2] in "NED" or joined):
        first = last - 1  # "warned the crew | they could": the second one
    if tags[first] == "P" and tags[first + 1 : first + 2] not in (["#"], ["T"]):
        return None  # "In a note issued on Monday": no subject
    return first, last


def _closes_list(tags: Sequence[str], joining: int) -> bool:
    """Say whether “and” behind a comma closes a list that opens its sentence: “A lamp, a radio, and”."""
    at = joining - 2
    while at >= 0 and tags[at] in "NEDA#P,":
        at -= 1
    return at < 0 and tags[0] in "NED#A" and "," in tags[: joining - 1]


def _skip_lead(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> int:
    """Return where a subject begins behind a time or a thing: “On Monday | the crew”, “One thing | Moro”."""
    for at in range(first + 1, last - 1):
        if tags[at + 1] == "E" and tokens[at].lower in _CONTACT:
            return at + 1
    for at in range(last - 1, first, -1):
        if tags[at] == "D" and tags[at - 1] in "NE#" and tokens[at].lower in _ARTICLES:
            return at
    return first


def _inside_subject(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Say whether a conjunction joins two nouns: “Ada and Ivo were”, “he and his wife were”."""
    if tags[at] == "C" and at and tokens[at - 1].lower in _PAIRED:
        return tags[at + 1] in "DE" and tokens[at].lower == "and"
    if tags[at] == "C" and at > 1 and tags[at - 1] == ",":
        return _closes_list(tags, at)
    return tags[at] == "C" and at > 0 and tags[at - 1] in "NE" and (at < 2 or tags[at - 2] in 'DEA#NCP,."')
