"""What a noun phrase states in passing: who somebody is, to whom, from where, how old.

"Grain trader Ada Moro", "her lawyer, Ivo Tamm", "a 16-year-old girl", "the crew's refusal to sail" each tell
something of their own inside a larger claim. A line of letters, a letter a token (its tag, or the kind of
thing its word names, see `aside_words`), is searched with a few patterns that look a bounded way ahead.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import compress

from claimdiff.extraction.aside_words import ARTICLES, KINDS
from claimdiff.extraction.presupposed import Range, is_subject_after
from claimdiff.extraction.word_forms import AGED, TELLING
from claimdiff.language.names import gender_of
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

_NOMINAL_KINDS = frozenset("pZrkYfvlc")
_NOMINAL_TAGS = frozenset("NEA#")
_PERSONAL_KINDS = frozenset("pZrkY")
_INNER = "NEA#pZrkYfvlcodmy"
# A noun phrase, a participle or time only before its noun ("a rented boat", "the Sunday paper").
_PHRASE = re.compile(
    f"(?:[Dh](?:X?[QG](?=[{_INNER}]))?)?"
    f"(?:[{_INNER}]|t(?=[NAEpZrkYfvl])|t(?<=ot)|Q(?<=[XDA]Q)(?=[NEApZrkYfvl])|G(?<=[NE]G)(?=[frv])){{1,10}}"
)
# The kinds of words that tell something of a name right behind them, and of one that a comma parts from them.
_BEFORE_NAME, _BEFORE_COMMA = "rfkmo", "rZpkYfvm"
# What any of them holds: a name behind what describes it, an age, a deed, or a comma that may part the two.
_TELLING = re.compile(
    f"[{_BEFORE_NAME}{_BEFORE_COMMA}AyEc](?:(?<=y)|(?<=[{_BEFORE_NAME}A])E|(?<=c)TI|(?<=[{_BEFORE_COMMA}E]),)"
)
# The tags behind which it is told, and the kinds right before each; an apostrophe may be part of "Ruiz's".
_TOLD = re.compile("[E,]|TI")
_DESCRIBING = frozenset(_BEFORE_COMMA)
_TELLING_BEFORE = {"E": frozenset(_BEFORE_NAME + "'"), ",": _DESCRIBING, "T": frozenset("c")}
_CLAUSE_END = re.compile(r"[,;:\-()?!VBHMOb]|$")
_ENDS = frozenset("NErZpkYfvlcmdyt")
_RANKS = word_set("col gen lt sgt capt cmdr maj adm dr mr mrs ms rev sen rep gov prof st")
_OF_MANY = word_set("both all most many some none")
_MOST_PHRASES = 3
_LONGEST = 24
# Two runs that share more of their tokens than this are one claim.
_ALIKE = 0.5
_NEARLY_ALL = 0.8


def find_asides(
    tokens: Sequence[Token],
    tags: Sequence[str],
    within: Sequence[Range],
    taken: Sequence[Range],
    flags: int = TELLING,
) -> list[Range]:
    """Return the token ranges inside the ranges `within` that state something in passing, in order.

    `taken` are the ranges of claims found before: none that nearly repeats one of them, or one another,
    is returned. `flags` are those of all tokens (see `word_forms`).
    """
    if not _may_tell(tokens, tags, flags):
        return []
    line = write_letters(tokens, tags)
    found = {aside for first, last in within for aside in _list_candidates(tokens, line, first, last)}
    if not found:
        return []
    known = sorted(taken)
    chosen: list[Range] = []
    for aside in sorted(found, key=_by_length):
        if all(_overlap(aside, other) < _NEARLY_ALL for other in _list_near(aside, known)) and all(
            _overlap(aside, other) <= _ALIKE for other in _list_near(aside, chosen)
        ):
            insort(chosen, aside)
    return chosen


def _may_tell(tokens: Sequence[Token], tags: Sequence[str], flags: int) -> bool:
    """Say whether a word stands where it may tell something: spares most stretches their line of letters."""
    plain = "".join(tags)
    if "AE" in plain:
        return True
    if not flags & TELLING:
        return False
    if flags & AGED or "E," in plain:
        return True
    for place in _TOLD.finditer(plain, 1):
        at = place.start()
        if KINDS[tokens[at - 1].text] in _TELLING_BEFORE[plain[at]]:
            return True
    return False


def _list_near(aside: Range, ranges: list[Range]) -> list[Range]:
    """Return those of some ranges, which ascend, that may be alike: longer ones begin no farther before."""
    first, last = aside
    reach = 3 * (last - first)
    return ranges[bisect_left(ranges, (first - reach, 0)) : bisect_left(ranges, (last, 0))]


def _by_length(aside: Range) -> tuple[int, int]:
    return aside[0] - aside[1], aside[0]


def _overlap(left: Range, right: Range) -> float:
    """Return the tokens that two ranges share, as a share of those they have (0 to 1)."""
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return 2 * max(0, shared) / (left[1] - left[0] + right[1] - right[0])


def write_letters(tokens: Sequence[Token], tags: Sequence[str]) -> str:
    """Return a letter a token: the kind of thing its word names, else its tag."""
    letters = list(tags)
    kinds = [KINDS[token.text] for token in tokens]
    for at in compress(range(len(kinds)), kinds):
        kind, tag = kinds[at], tags[at]
        if kind == "'":
            if tag == '"' and at and letters[at - 1] in "NEZYfvl":
                letters[at] = "o"
        elif kind in _NOMINAL_KINDS:
            named = tag == "E" and kind in _PERSONAL_KINDS and at and letters[at - 1] == "E"  # "Ada Baker"
            if tag in _NOMINAL_TAGS and not named:
                letters[at] = kind
        elif kind != "h" or tag in "DUW":
            letters[at] = kind
    if letters[:2] == ["N", "E"] and not kinds[1] and tokens[0].text[0].isupper():
        letters[0] = "E"
    return "".join(letters)


def _list_candidates(tokens: Sequence[Token], line: str, first: int, last: int) -> Iterator[Range]:
    if not _TELLING.search(line, first, last):
        return
    before: Range | None = None
    for match in _PHRASE.finditer(line, first, last):
        start, end = match.start(), _trim(line, match.start(), match.end())
        if end <= start:
            continue
        if _describes_name(tokens, line, start, end) or _tells_age(line, start, end):
            yield start, end
        owned = line[start] == "h" or "o" in line[start:end]
        if owned and line[end - 1] == "c" and end + 2 < last and line[end : end + 2] == "TI":
            yield start, _find_clause_end(line, end + 2, last)
        if before is not None and start == before[1] + 1 and line[before[1]] == ",":
            led_in = line[before[0] - 1] == "P" if before[0] else False  # "On Monday, the crew"
            led_in = led_in or is_subject_after(line, end)
            if not led_in and _is_apposition(tokens, line, before, (start, end)):
                yield before[0], _extend(line, end, last)
        before = start, end


def _trim(line: str, start: int, end: int) -> int:
    while end > start and line[end - 1] not in _ENDS:
        end -= 1
    return end


def _describes_name(tokens: Sequence[Token], line: str, start: int, end: int) -> bool:
    """Say whether a phrase ends in a name with what its bearer is before it; a bare title is no news."""
    name = start + len(line[start:end].rstrip("E"))
    if not start < name < end:
        return False
    word = line[name - 1]
    if tokens[end - 1].lower in _RANKS or (word == "f" and _is_joint_name(tokens, line, end)):
        return False  # "spokesman Col. Renn", "the firm Moro and Sons"
    if word in "rf":  # "Security Council Resolution" is one name
        bare = name - 1 - start - (line[start] == "D")  # "the channel Bravo" says too little
        return bare > 0 and tokens[name - 1].text[0].islower()
    if word == "k":  # "wife Ada Moro" does not say whose
        return name - 1 - start > 0
    if word == "m":  # "Finn Moro" may be a whole name
        return end - name > 1 or name - 1 > start
    if word == "o":  # "Norway's Ada Moro"
        return end - name > 1 and gender_of(tokens[name].text) is not None
    person = end - name > 1 or gender_of(tokens[name].text) is not None
    return word == "A" and person and name == start + 2 and tokens[start].lower in ARTICLES


def _is_joint_name(tokens: Sequence[Token], line: str, end: int) -> bool:
    return line[end : end + 1] == "C" and end + 1 < len(tokens) and tokens[end + 1].text[0].isupper()


def _tells_age(line: str, start: int, end: int) -> bool:
    """Say whether a phrase gives the age of somebody it names or describes: not “the 12-year-old”."""
    if line[start] == "y":
        return end - start > 1 and set(line[start + 1 : end]) == {"E"}
    return "y" in line[start:end] and line[end - 1] in "Nrpkvlf"


def _is_apposition(tokens: Sequence[Token], line: str, left: Range, right: Range) -> bool:
    """Say whether one of two phrases with a comma between them names what the other describes."""
    one, two = line[left[1] - 1], line[right[1] - 1]
    if line[left[0]] == line[right[0]] == "#":
        return False  # "nine boats, four nets": a list
    if one in _DESCRIBING:
        if one in "ZY" and two != "E" and tokens[right[0]].lower not in _OF_MANY:
            return False
        return line[left[0]] in "Dhod#A" and (two == "E" or one in "ZYv")
    return one == "E" and two in _DESCRIBING and line[right[0]] != "E"


def _extend(line: str, end: int, last: int) -> int:
    """Return the end of a noun phrase with the prepositional phrases behind it."""
    for _ in range(_MOST_PHRASES):
        if line[end : end + 1] != "P" or end + 1 >= last:
            break
        inner = _PHRASE.match(line, end + 1, last)
        reached = _trim(line, end + 1, inner.end()) if inner else 0
        if reached <= end + 1:
            break
        end = reached
    return end


def _find_clause_end(line: str, start: int, last: int) -> int:
    stop = _CLAUSE_END.search(line, start, last)
    return min(last, start + _LONGEST, stop.start() if stop else last)
