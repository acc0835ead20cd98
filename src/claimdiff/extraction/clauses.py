"""Cut a stretch of a sentence into clauses, each of which asserts something of its own."""

from itertools import pairwise

from msgspec import Struct

from claimdiff.extraction.boundaries import find_boundaries
from claimdiff.extraction.finite_forms import is_past
from claimdiff.extraction.stretch_view import CONDITIONS, EDGE
from claimdiff.extraction.tagging import FINITE
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tokens import Token

_CONDITIONAL = frozenset({"if", "unless"})
_LEADING_CONDITION = _CONDITIONAL | {"whether"}
_LEAD = 6
_LONGEST_LEAD = 14
_DATED = frozenset("E#,.")
# So many words make a clause whatever they are.
_SPARE = 4
_FEWEST = 2
_LEADING = EDGE | {"W"}
# Words that a clause can't end with: what they need stands elsewhere.
_DANGLING = frozenset({"by", "even", "that", "of", "from", "with", "and", "or", "as"})
_VERBAL = frozenset("VBHMOGQIb")
_STATING = _VERBAL | {"#"}
_NAMING = frozenset({"citing", "quoting"})
_STATED = frozenset("NEV#")
_NOUNS = frozenset("NER")
_POINTING = frozenset({"this", "that", "these", "those"})
_BEFORE_POINTING = FINITE | {"P"}
_COMING = frozenset({"come", "comes", "came"})
_AT_THE_TIME = frozenset({"as", "after", "amid", "before", "when", "while"})
_AWAITING = frozenset({"until", "till", "once", "before"})
_WHENEVER = frozenset({"when", "whenever"})
_MARKS = frozenset(',;:-().?!~"')
_BARELY_PARTED = frozenset(',"')


class Piece(Struct, frozen=True, gc=False):
    """A run of tokens, `first` up to but without `last`; `nested` where it lies inside another piece."""

    first: int
    last: int
    nested: bool = False


def cut_clauses(tokens: list[Token], tags: list[str], flags: int = -1) -> list[Piece]:
    """Return the clauses of one stretch as runs of its tokens, in order, without joining words.

    Words that make no clause of their own stay with the clause before them; a condition stays with what
    depends on it, and a noun with its verb. `flags` are those of the words, all set where not known.
    """
    cuts = [0, *find_boundaries(tokens, tags, flags=flags), len(tokens)]
    pieces: list[Piece] = []
    lead = -1
    for first, last in pairwise(cuts):
        piece = _trim(tokens, tags, first, last)
        if piece is None:
            if not pieces and lead < 0 and not _STATED.isdisjoint(tags[first:last]):
                lead = first
            if pieces and not _STATED.isdisjoint(tags[first:last]):
                pieces[-1] = Piece(pieces[-1].first, _trim_end(tokens, tags, pieces[-1].first, last))
        elif lead >= 0 and not pieces:  # "In Port Ellery, …", "Days earlier, …"
            pieces.append(_with_lead(tags, lead, piece))
        elif pieces and _is_rule(tokens, tags, pieces[-1], piece):
            pieces[-1] = Piece(pieces[-1].first - 1, piece.last)
        elif pieces and _goes_on(tokens, tags, pieces[-1], piece):
            pieces[-1] = Piece(pieces[-1].first, piece.last)
        else:
            pieces.append(piece)
    if len(pieces) == 1 and _only_leads_in(tokens, tags, pieces[0]):
        return []
    return pieces


def _only_leads_in(tokens: list[Token], tags: list[str], piece: Piece) -> bool:
    """Say whether a stretch only leads in a frame behind it: “When asked about it, | he said”."""
    if tags[-1] != "," or tags[piece.first] not in "GQ" or not FINITE.isdisjoint(tags):
        return False
    return _hangs(tags, piece) or tokens[piece.first].lower in _NAMING


def _hangs(tags: list[str], piece: Piece) -> bool:
    """Say whether a participle opens the sentence behind “when” or “while”."""
    opens = 0 < piece.first <= _FEWEST and tags[piece.first] in "GQ"
    return opens and set(tags[: piece.first]) <= {"S", '"'}


def _with_lead(tags: list[str], lead: int, piece: Piece) -> Piece:
    """Put words that open a sentence, and make no clause, before the clause behind their comma."""
    while lead < piece.first and tags[lead] in EDGE:
        lead += 1
    end = piece.first
    while end > lead and tags[end - 1] in _BARELY_PARTED:
        end -= 1
    finite = not FINITE.isdisjoint(tags[piece.first : piece.last])
    alone = finite and end > lead and "," in tags[end : piece.first] and EDGE.isdisjoint(tags[lead:end])
    return Piece(lead, piece.last) if alone else piece


def _goes_on(tokens: list[Token], tags: list[str], before: Piece, piece: Piece) -> bool:
    """Say whether two pieces are one claim after all."""
    if tokens[before.last - 1].lower in _COMING and tokens[before.last].lower in _AT_THE_TIME:
        return True  # "The strike came as the port opened": only the second tells what happened
    opening = tokens[before.first].lower
    conditional = opening in _LEADING_CONDITION or (
        opening == "even" and tokens[before.first + 1].lower in _CONDITIONAL
    )
    if conditional or tokens[piece.first].lower in _CONDITIONAL or _awaits_main_clause(tokens, tags, before):
        marks = ',"C' if opening == "whether" else ',"'
        return all(tag in marks for tag in tags[before.last : piece.first])
    if tokens[piece.first].lower == "plus":
        return True
    if _is_forbidden_too(tokens, tags, before, piece):
        return True
    if _hangs(tags, before) and tags[before.last : piece.first] == [","]:
        return not FINITE.isdisjoint(tags[piece.first : piece.last])
    awaited = not _AWAITING.isdisjoint([token.lower for token in tokens[before.last : piece.first]])
    if awaited and not any(is_past(tokens, tags, at) for at in range(before.first, before.last)):
        return True  # "will wait until the sea is calm": nobody says that it is
    return (
        _leads_in(tags, before, piece)
        or _lacks_verb(tokens, tags, before, piece)
        or _is_place(tags, before, piece)
    )


def _is_rule(tokens: list[Token], tags: list[str], before: Piece, piece: Piece) -> bool:
    """Say whether the first piece tells when a rule holds: “When a boat sinks, the line will pay”."""
    if before.first == 0 or tokens[before.first - 1].lower not in _WHENEVER:
        return False
    if tags[before.last : piece.first] != [","] or any(
        is_past(tokens, tags, at) for at in range(before.first, piece.last) if tags[at] in FINITE
    ):
        return False
    return not FINITE.isdisjoint(tags[before.first : before.last])


def _is_forbidden_too(tokens: list[Token], tags: list[str], before: Piece, piece: Piece) -> bool:
    """Say whether “never” or “don't” goes for a second command: “Never sail alone, or jump the rails”."""
    first = before.first
    never = tokens[first].lower == "never" or (
        tags[first] == "O" and (tokens[first].lower.endswith("t") or tokens[first + 1].lower == "not")
    )
    at = piece.first
    return (
        never and tags[at] in "IVN" and "I" in classify_word(tokens[at].lower) and "R" not in tags[first:at]
    )


def _awaits_main_clause(tokens: list[Token], tags: list[str], piece: Piece) -> bool:
    """Say whether a condition opens behind a comma or "and": “as we said, if they won't act | we will”."""
    if _CONDITIONAL.isdisjoint([token.lower for token in tokens[piece.first + 1 : piece.last]]):
        return False
    return any(
        tokens[at].lower in _CONDITIONAL and tags[at - 1] in ',"C'
        for at in range(piece.first + 1, piece.last)
    )


def _leads_in(tags: list[str], before: Piece, piece: Piece) -> bool:
    """Say whether a phrase only opens what follows: “At the same time, …”, “In a note sent on Monday, …”."""
    size = before.last - before.first
    if size > _LONGEST_LEAD or tags[before.first] not in "PX":
        return False
    between = tags[before.last : piece.first]
    if "," not in between or not _BARELY_PARTED.issuperset(between):
        return False
    kept = FINITE if tags[before.first] == "P" else _VERBAL
    if not kept.isdisjoint(tags[before.first : before.last]):
        return False
    return not FINITE.isdisjoint(tags[piece.first : piece.last]) and (
        size <= _LEAD or tags[piece.first] in "DNEA#RX"
    )


def _is_place(tags: list[str], before: Piece, piece: Piece) -> bool:
    """Say whether names or numbers behind a comma only tell where or when: “in Ellery, | 6 May, 2031”."""
    between = tags[before.last : piece.first]
    bare = _BARELY_PARTED.issuperset(between) and tags[before.last - 1] in "E#"
    first = piece.first + 1 if tags[piece.first] == "D" else piece.first
    return bare and first < piece.last and _DATED.issuperset(tags[first : piece.last])


def _lacks_verb(tokens: list[Token], tags: list[str], subject: Piece, predicate: Piece) -> bool:
    """Say whether a noun between commas is parted from its verb: “two men, one a sailor, | were hurt”."""
    between = tags[subject.last : predicate.first]
    if not between or not _BARELY_PARTED.issuperset(between) or tags[subject.first] in "PGQSW":
        return False
    at = predicate.first
    while at < predicate.last - 1 and tags[at] == "X":
        at += 1
    words = tags[subject.first : subject.last]
    verbal = tags[at] in "VBHMO" or "V" in classify_word(tokens[at].lower)
    return verbal and FINITE.isdisjoint(words) and not _NOUNS.isdisjoint(words)


def _trim(tokens: list[Token], tags: list[str], first: int, last: int) -> Piece | None:
    """Drop joining words and marks at both ends; None where no proposition is left."""
    while first < last and tags[first] in _LEADING and _joins(tokens[first], tags[first]):
        first += 1
    last = _trim_end(tokens, tags, first, last)
    words = 0
    for tag in tags[first:last]:
        if tag not in _MARKS:
            words += 1
            if words == _SPARE:
                return Piece(first, last)
    stated = words >= _FEWEST and not _STATING.isdisjoint(tags[first:last])
    return Piece(first, last) if stated else None


def _trim_end(tokens: list[Token], tags: list[str], first: int, last: int) -> int:
    """Go back over marks and joining words, but keep a bracket that closes one opened inside."""
    while last > first and tags[last - 1] in EDGE:
        if tags[last - 1] == ")" and "(" in tags[first : last - 1]:
            break
        last -= 1
    if last - first > 2 and tokens[last - 1].lower in _POINTING and tags[last - 2] in _BEFORE_POINTING:
        return last  # "the company denies that", "because of that"
    while last - first > 2 and (tags[last - 1] in "DT" or tokens[last - 1].lower in _DANGLING):
        last -= 1
    return last


def _joins(token: Token, tag: str) -> bool:
    return (tag in EDGE and token.lower not in CONDITIONS) or (tag == "W" and token.lower == "that")
