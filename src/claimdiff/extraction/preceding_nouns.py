"""The noun phrase before a clause: what “who” or a participle is about."""

from collections.abc import Sequence

from claimdiff.extraction.stretch_view import EDGE
from claimdiff.extraction.subject_fit import agrees, wants_singular
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
# What happens somewhere does so: of a place and an event in it, the event.
_HAPPENING = word_set(
    "kill kills killed wound wounds wounded injure injures injured hurt began started ended lasted happened"
    " occurred left caused triggered featured included claimed erupted destroyed damaged sparked prompted"
    " drew attracted"
)
# “…, which means”: that it is so; of a place, these tell of what happened there.
_MEANING = word_set("mean means meant meaning")
# Their full stop ends no sentence.
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Dr"})
_HEADS = word_set(
    "driver owner captain pilot operator leader head founder editor author members victims residents"
)
_WHEREABOUTS = frozenset({"board", "site", "scene", "duty", "foot", "stage"})
_FELT = word_set(
    "distressing disappointing surprising shocking frustrating embarrassing annoying great nice sad terrible"
    " awful understandable fine true interesting ridiculous unacceptable wrong hard difficult amazing"
    " odd implausible remarkable notable unusual incredible good bad unfortunate strange weird scary painful"
)
_COMING = word_set("will would can could may might should")
_EFFECTS = word_set("mean increase reduce surprise")
_RESULTING = _HAPPENING | word_set(
    "came comes seemed seems followed follows allowed allows made makes led leads forced forces raised"
    " surprised shocked angered helped took takes"
)
_LYING = word_set("in at near outside off around on under over into onto through across inside behind")
# What there is only one of, as of a name.
_UNIQUE = word_set("sun moon earth sky sea ocean world internet web planet universe")
_PLACES = word_set("capital city town village state province region island county district port border")
_DEPICTIONS = word_set(
    "footage video videos clip clips image images photo photos photograph photographs picture pictures"
)
_PUBLISHING = word_set(
    "released posted shared aired broadcast obtained published circulated verified went appeared surfaced"
    " emerged show shows showed shown seen taken shot filmed recorded captured provided viewed uploaded made"
)
_LOCATIVE = frozenset("in at near outside off around".split())
_REACH = 40
_FAR = 10
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


def _count_bound(tokens: Sequence[Token], tags: Sequence[str], first: int) -> int:
    """Return how many words before a noun bound its figure: “more than | 100”, “at | least 84”."""
    if first and tokens[first].lower in ("least", "most") and tokens[first - 1].lower == "at":
        return 1
    if first < 2 or tags[first] != "#":
        return 0
    before = (tokens[first - 2].lower, tokens[first - 1].lower)
    return 2 if before[1] == "than" or before in (("at", "least"), ("at", "most")) else 0


def find_relative_noun(tokens: Sequence[Token], tags: Sequence[str], start: int) -> Range | None:
    """Return the noun that the relative at `start` stands for, None where none before it goes with its verb.

    “That” behind a dash or semicolon is no relative. Of a place and what happens there, it is what happens;
    without a comma it is no name, but what the name describes (“the crew from Ellery that”).
    """
    word = tokens[start].lower
    if word == "that" and tags[start - 1 : start] and tags[start - 1] in "-;:":
        return None
    noun = find_noun_before(tokens, tags, start, word)
    if noun is not None and word == "which" and tags[start - 1] == "," and _describes_name(tags, noun[0]):
        noun = _find_thing(tokens, tags, noun)  # "a bill by Ada Moro, a sailor, which"
    if noun is None:
        return None
    unique = tokens[start - 1].lower in _UNIQUE and tokens[noun[0]].lower == "the"
    if unique or (
        tags[start - 1] == "E"
        and not tokens[start - 1].lower.endswith("s")
        and (_is_name(tags, noun) or (word == "that" and _is_place(tokens, noun)))
    ):
        noun = _widen(tokens, tags, noun) or noun
    verb = skip_adverbs(tags, start + 1)
    if word == "who":
        noun = _find_people(tokens, tags, start, noun, verb)
        if noun is None:
            return None
    one = noun[0] > 1 and [token.lower for token in tokens[noun[0] - 2 : noun[0]]] == ["one", "of"]
    if (
        one
        and tags[start - 1] == ","
        and (verb >= len(tags) or wants_singular(tokens[verb].lower) is not False)
    ):
        return noun[0] - 2, noun[1]  # "one of the girls, who"
    if verb >= len(tags) or tags[verb] not in FINITE or tags[verb] == "b":
        return noun
    if word != "who" and tags[start - 1] == "," and tokens[verb].lower in _HAPPENING:
        noun = find_event(tokens, tags, noun) or noun
    number = tokens[verb].lower
    if noun is not None and (shown := _find_depicted(tokens, tags, noun, verb)):
        return shown
    while noun is not None and not agrees(tokens, tags, *noun, number):
        first, last = noun
        inner = [at + 1 for at in range(first + 1, last - 1) if tags[at] == "P" and tokens[at].lower == "of"]
        if inner and agrees(tokens, tags, inner[-1], last, number):
            return inner[-1], last  # "a list of plans which include"
        noun = _widen(tokens, tags, noun) if last - first < _REACH else None
    return noun


def _find_people(
    tokens: Sequence[Token], tags: Sequence[str], start: int, noun: Range, verb: int
) -> Range | None:
    """Return who “who” stands for, where the noun before it is not a human being or not enough of them.

    “A pick of the Ellery Rovers who”: the pick; “a man, playing cards, who”: the man; “members of a club
    called Ellery who sing”: the members; “Ada and Ivo, who sing”: both.
    """
    first, last = noun
    headed = tokens[first - 1].lower == "of" and tokens[first - 2].lower in _HEADS
    if headed and tags[start - 1] == "," and tags[first] == "D" and tags[last - 1] == "N":
        return _widen(tokens, tags, noun) or noun  # "the driver of the van, who"
    if last == first + 1 and tokens[first].lower in _WHEREABOUTS and tokens[first - 1].lower == "on":
        return find_noun_before(tokens, tags, first - 1)  # "a man on board who"
    if tags[first - 2 : first] == [",", "G"] and tags[start - 1] == ",":
        return find_noun_before(tokens, tags, first - 2)
    if tags[start - 1] != "," and tags[first] == "D" and tags[first + 1] == "E" and _is_name(tags, noun):
        wider = _widen(tokens, tags, noun)
        return wider if wider is not None and wider[0] < first else noun
    if tags[first] == "N" and tags[first - 2 : first] == ["N", "C"] and last == first + 1 and first > 2:
        before = find_noun_before(tokens, tags, first - 1)  # "the women and men who"
        return (before[0], last) if before is not None and before[1] == first - 1 else noun
    many = verb < len(tags) and wants_singular(tokens[verb].lower) is False
    if not many or set(tags[first:last]) != {"E"} or tokens[last - 1].lower.endswith("s"):
        return noun
    if tags[first - 1] == "C" and tags[first - 2] in "NE":
        before = find_noun_before(tokens, tags, first - 1)
        return (before[0], last) if before is not None and before[1] == first - 1 else noun
    for at in range(first - 1, max(0, first - _FAR), -1):
        if tags[at] == "N" and not agrees(tokens, tags, at, at + 1, "is"):
            return find_noun_before(tokens, tags, at + 1)
        if tags[at] in ",;:.WSC" or tags[at] in "BHMO":
            break
    return noun


def _find_depicted(tokens: Sequence[Token], tags: Sequence[str], noun: Range, verb: int) -> Range | None:
    """Return what pictures show, where the relative is about that: “footage of new boats, which can sail”."""
    of = next((at for at in range(noun[0] + 1, noun[1] - 1) if tokens[at].lower == "of"), 0)
    if not of or tokens[of - 1].lower not in _DEPICTIONS:
        return None
    told = any(token.lower in _PUBLISHING for token in tokens[verb : verb + 4])
    shown = (of + 1, noun[1])
    return None if told or not agrees(tokens, tags, *shown, tokens[verb].lower) else shown


def tells_all(tokens: Sequence[Token], tags: Sequence[str], start: int, verb: str) -> bool:
    """Say whether “which” may be all that is told before: “…, which meant”, “on the quay, which led to”."""
    if verb in _MEANING:
        return True
    if verb in ("is", "was"):
        following = skip_adverbs(tags, skip_adverbs(tags, start + 1) + 1)
        return following < len(tags) and tokens[following].lower in _FELT
    if verb in _COMING and tags[start - 1] == ",":
        following = skip_adverbs(tags, start + 2)
        return following < len(tags) and tokens[following].lower in _EFFECTS
    noun = find_noun_before(tokens, tags, start)
    if noun is None or verb not in _RESULTING or tags[start - 1] not in ",-" or not noun[0]:
        return False
    return tokens[noun[0] - 1].lower in _LYING and find_event(tokens, tags, noun) is None


def _find_thing(tokens: Sequence[Token], tags: Sequence[str], described: Range) -> Range | None:
    """Return the noun that a name with its description hangs on, None where it hangs on none."""
    name = find_noun_before(tokens, tags, described[0])
    while name is not None and tags[name[0]] == "E":
        name = _widen(tokens, tags, name)
    return name and (name[0], described[0] - 1)


def _is_name(tags: Sequence[str], noun: Range) -> bool:
    return set(tags[noun[0] : noun[1]]) <= {"D", "E"}


def _is_place(tokens: Sequence[Token], noun: Range) -> bool:
    """Say whether a noun tells what kind of place a name is: “its capital Ellery”."""
    return any(token.lower in _PLACES for token in tokens[noun[0] : noun[1]])


def skip_adverbs(tags: Sequence[str], at: int) -> int:
    """Return the first place from `at` on that is no adverb."""
    while at < len(tags) and tags[at] == "X":
        at += 1
    return at


def _widen(tokens: Sequence[Token], tags: Sequence[str], noun: Range) -> Range | None:
    """Return the noun phrase that another one hangs on by a preposition, with it."""
    before = noun[0] - 1
    while before > 1 and tags[before] in "DEA":
        before -= 1
    if before < 1 or tags[before] != "P" or tags[before - 1] not in "NE#R":
        return None
    outer = find_noun_before(tokens, tags, before)
    return (outer[0], noun[1]) if outer is not None and outer[1] == before else None


def widen_to_many(tokens: Sequence[Token], tags: Sequence[str], noun: Range) -> Range:
    """Return the things that are in a named place, with it, for what lists some: “piers in Ellery,”."""
    if _describes_name(tags, noun[0]):  # "parties in Ellery, a seaside city, including"
        noun = find_noun_before(tokens, tags, noun[0]) or noun
    single = _is_name(tags, noun) or agrees(tokens, tags, *noun, "is")
    placed = noun[0] > 0 and tokens[noun[0] - 1].lower in _LYING
    wider = _widen(tokens, tags, noun) if single and placed else None
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
    if not _is_name(tags, place):
        return None
    if tags[first - 2 : first] == ["E", ","]:  # "in Ellery, Norland"
        outer = find_noun_before(tokens, tags, first - 1)
        if outer is None or not _is_name(tags, outer):
            return None
        first = outer[0]
    if first < 2 or tags[first - 1] != "P" or tokens[first - 1].lower not in _LOCATIVE:
        return None
    event = find_noun_before(tokens, tags, first - 1)
    return event if event is not None and event[1] == first - 1 else None


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
    if noun is not None and tags[start - 1] == "," and tokens[following].lower in _HAPPENING:
        noun = find_event(tokens, tags, noun) or noun
    while noun is not None and start - _REACH < noun[0] > 1 and not _describes_name(tags, noun[0]):
        if tags[noun[0] - 1] == "C" and _is_name(tags, noun) and tags[noun[0] - 2] == "E":
            before = find_noun_before(tokens, tags, noun[0] - 1)  # "cooks at Ada Lines and Moro Ferries, who"
            if before is not None and before[1] == noun[0] - 1 and tags[before[0] - 1] == "P":
                noun = before[0], noun[1]
                continue
        if tags[noun[0] - 1] != "P" or tags[noun[0] - 2] not in "NE":
            break
        wider = find_noun_before(tokens, tags, noun[0])
        if wider is None or wider[1] != noun[0] - 1:
            return noun
        noun = wider[0], noun[1]
    if noun is not None and _describes_name(tags, noun[0]):
        return find_noun_before(tokens, tags, noun[0])
    if noun is not None and noun[0] > 1 and tags[noun[0] - 1] == "C" and tags[noun[0] - 2] in "NE":
        before = find_noun_before(tokens, tags, noun[0] - 1)  # "Ada and Ivo, who play, left"
        opens = before is not None and (before[0] == 0 or tags[before[0] - 1] in "SWC,")
        if before is not None and opens and before[1] == noun[0] - 1:
            return before[0], noun[1]
    return noun


def _describes_name(tags: Sequence[str], first: int) -> bool:
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
