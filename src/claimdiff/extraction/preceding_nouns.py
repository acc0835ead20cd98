"""The noun phrase before a clause: what “who” or a participle is about."""

from collections.abc import Sequence

from claimdiff.extraction.stretch_view import EDGE
from claimdiff.extraction.subject_fit import agrees
from claimdiff.extraction.tagging import FINITE
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

_NOMINAL = frozenset("NEA#DXRU")
_TIMES = frozenset(
    "month months week weeks year years day days hour hours morning evening afternoon night monday"
    " tuesday wednesday"
    " thursday friday saturday sunday ago".split()
)
_PERSONS = frozenset(
    "people man men woman women child children person persons official officials officer officers"
    " worker workers"
    " resident residents member members student students soldier soldiers civilians passengers"
    " victims leaders".split()
)
_TIME_MODIFIERS = frozenset("on in last next earlier later late early past at during".split())
#: What happens somewhere does so: of a place and an event in it, the event.
HAPPENING = word_set(
    "kill kills killed wound wounds wounded injure injures injured hurt began started ended lasted happened"
    " occurred left caused triggered featured included claimed erupted destroyed damaged sparked prompted"
    " drew attracted"
)
# Their full stop ends no sentence.
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Dr"})
#: Where an event or a thing may be.
LYING = word_set("in at near outside off around on under over into onto through across inside behind")
_LOCATIVE = frozenset("in at near outside off around".split())
_REACH = 40
_NESTED = 3
Range = tuple[int, int]


def find_noun_before(
    tokens: Sequence[Token], tags: Sequence[str], start: int, word: str = ""
) -> tuple[int, int] | None:
    """Return the noun phrase that ends right before `start`, joining words and times aside.

    `word` is the relative that follows: “who” goes with the nearest name ("the liking of Moro, who").
    """
    last = start
    while last and (tags[last - 1] in EDGE or (tags[last - 1] == "P" and last == start)):
        last -= 1
    last = _skip_time(tokens, tags, last)
    if last > 2 and tags[last - 1] in "QV" and tags[last - 2] == "(" and tags[last : last + 1] == [")"]:
        last -= 2  # "a man (pictured) | who"
    if last > 2 and tokens[last - 1].lower == "question" and tokens[last - 2].lower == "in":
        last -= 2  # "the boat in question"
    first = last
    while first and last - first < _REACH:
        tag = tags[first - 1]
        if tag == "D" and not tokens[first - 1].lower.endswith(("'s", "’s", "s'", "s’")):
            first -= 1
            if tags[first - 2 : first + 2] != ["E", "P", "D", "E"] or tokens[first - 1].lower != "of":
                break
            first -= 2  # "The Man of the Sea": a name
            continue
        if tag == "." and first > 1 and tokens[first - 2].text in _COURTESY:
            first -= 2 if tokens[first].lower.endswith(("'s", "’s")) else 0  # "Mr. Moro's boat"
            break
        of = tag == "P" and tokens[first - 1].lower == "of"
        if (tag not in _NOMINAL and not of) or (of and word == "who" and tags[first] == "E"):
            break
        first -= 1
    while first < last and tags[first] in "XP":
        first += 1
    first -= _count_bound(tokens, tags, first)
    if word == "who" and first > 1 and tags[first - 1] == "P" and tokens[first - 2].lower in _PERSONS:
        start, last = first - 1, first - 1  # "people from all over town, who"
        return (start - 2, last) if start > 1 and tags[start - 2] in "DA#" else (start - 1, last)
    return (first, last) if first < last and any(tag in "NER#" for tag in tags[first:last]) else None


def find_adjoining(tokens: Sequence[Token], tags: Sequence[str], end: int) -> Range | None:
    """Return the noun phrase whose last word stands right before `end`, None where another word does."""
    noun = find_noun_before(tokens, tags, end)
    return noun if noun is not None and noun[1] == end else None


def _count_bound(tokens: Sequence[Token], tags: Sequence[str], first: int) -> int:
    """Return how many words before a noun bound its figure: “more than | 100”, “at | least 84”."""
    if first and tokens[first].lower in ("least", "most") and tokens[first - 1].lower == "at":
        return 1
    if first < 2 or tags[first] != "#":
        return 0
    before = (tokens[first - 2].lower, tokens[first - 1].lower)
    return 2 if before[1] == "than" or before in (("at", "least"), ("at", "most")) else 0


def is_name(tags: Sequence[str], noun: Range) -> bool:
    """Say whether a noun phrase is a name and no more."""
    return set(tags[noun[0] : noun[1]]) <= {"D", "E"}


def skip_adverbs(tags: Sequence[str], at: int) -> int:
    """Return the first place from `at` on that is no adverb."""
    while at < len(tags) and tags[at] == "X":
        at += 1
    return at


def read_tag(tags: Sequence[str], at: int) -> str:
    """Return the first tag from `at` on that is no adverb's, "" behind the last."""
    at = skip_adverbs(tags, at)
    return tags[at] if at < len(tags) else ""


def widen_noun(tokens: Sequence[Token], tags: Sequence[str], noun: Range) -> Range | None:
    """Return the noun phrase that another one hangs on by a preposition, with it."""
    before = noun[0] - 1
    while before > 1 and tags[before] in "DEA":
        before -= 1
    if before < 1 or tags[before] != "P" or tags[before - 1] not in "NE#R":
        return None
    outer = find_adjoining(tokens, tags, before)
    return (outer[0], noun[1]) if outer is not None else None


def widen_to_many(tokens: Sequence[Token], tags: Sequence[str], noun: Range) -> Range:
    """Return the things that are in a named place, with it, for what lists some: “piers in Ellery,”."""
    if describes_name(tags, noun[0]):  # "parties in Ellery, a seaside city, including"
        noun = find_noun_before(tokens, tags, noun[0]) or noun
    single = is_name(tags, noun) or agrees(tokens, tags, *noun, "is")
    placed = noun[0] > 0 and tokens[noun[0] - 1].lower in LYING
    wider = widen_noun(tokens, tags, noun) if single and placed else None
    if wider is None:
        return noun
    head = next((at for at in range(*wider) if tags[at] == "P"), wider[1]) - 1
    return wider if tags[head] == "N" and not agrees(tokens, tags, head, head + 1, "is") else noun


def find_event(tokens: Sequence[Token], tags: Sequence[str], place: Range) -> Range | None:
    """Return what is told to be in a place, with the place: “the attack in Ellery, Norland, which killed”.

    A place in a place has what is in the smaller one: “the concert at the Grand Hall in Ellery”.
    """
    event = _find_held(tokens, tags, place)
    for _ in range(_NESTED):
        outer = _find_held(tokens, tags, event) if event is not None else None
        if outer is None:
            break
        event = outer
    return (event[0], place[1]) if event is not None else None


def _find_held(tokens: Sequence[Token], tags: Sequence[str], place: Range) -> Range | None:
    """Return the noun that a preposition of place puts into a named place."""
    first = place[0]
    if not is_name(tags, place):
        return None
    if tags[first - 2 : first] == ["E", ","]:  # "in Ellery, Norland"
        outer = find_noun_before(tokens, tags, first - 1)
        if outer is None or not is_name(tags, outer):
            return None
        first = outer[0]
    if first < 2 or tags[first - 1] != "P" or tokens[first - 1].lower not in _LOCATIVE:
        return None
    return find_adjoining(tokens, tags, first - 1)


def find_described_before(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int] | None:
    """“Moro, 30, a teacher from the isle, who”: the name, where what stands between commas describes it."""
    if tags[start - 1] != ",":
        return None
    found = None
    for at in range(start - 2, max(0, start - _REACH // 2), -1):
        if tags[at] == "," and tags[at + 1] in "DP#":
            found = at
        elif tags[at] == "," or tags[at] in FINITE or tags[at] in ";:.W":
            break
    if found is None or tags[found - 1] != "E":
        return None
    return find_noun_before(tokens, tags, found)


def find_whole_before(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int] | None:
    """Return the noun phrase before a relative clause as the subject of what comes after.

    “Moro Lines, the company that”: the name that the noun describes; “the comments by Moro, who”: all.
    """
    noun = find_noun_before(tokens, tags, start)
    following = skip_adverbs(tags, start + 1)
    if noun is not None and tags[start - 1] == "," and tokens[following].lower in HAPPENING:
        noun = find_event(tokens, tags, noun) or noun
    while noun is not None and start - _REACH < noun[0] > 1 and not describes_name(tags, noun[0]):
        if tags[noun[0] - 1] == "C" and is_name(tags, noun) and tags[noun[0] - 2] == "E":
            before = find_adjoining(tokens, tags, noun[0] - 1)  # "cooks at Ada Lines and Moro Ferries, who"
            if before is not None and tags[before[0] - 1] == "P":
                noun = before[0], noun[1]
                continue
        if tags[noun[0] - 1] != "P" or tags[noun[0] - 2] not in "NE":
            break
        wider = find_adjoining(tokens, tags, noun[0] - 1)
        if wider is None:
            return noun
        noun = wider[0], noun[1]
    if noun is not None and describes_name(tags, noun[0]):
        return find_noun_before(tokens, tags, noun[0])
    if noun is not None and noun[0] > 1 and tags[noun[0] - 1] == "C" and tags[noun[0] - 2] in "NE":
        before = find_adjoining(tokens, tags, noun[0] - 1)  # "Ada and Ivo, who play, left"
        if before is not None and (before[0] == 0 or tags[before[0] - 1] in "SWC,"):
            return before[0], noun[1]
    return noun


def describes_name(tags: Sequence[str], first: int) -> bool:
    """Say whether a noun phrase stands behind a name and a comma: “Moro, a cook”."""
    return first > 1 and tags[first - 2 : first] == ["E", ","] and tags[first] == "D"


def _skip_time(tokens: Sequence[Token], tags: Sequence[str], last: int) -> int:
    """Go back over “earlier this month”, “on Monday”: no relative clause is about these."""
    if last < 3 or tokens[last - 1].lower not in _TIMES:
        return last
    at = last - 1
    while at > 1 and (tags[at - 1] in "DX" or tokens[at - 1].lower in _TIME_MODIFIERS):
        at -= 1
    return at if tags[at - 1] in "NEQ" else last
