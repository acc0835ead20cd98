"""The noun that a relative clause is about: what “who”, “which” and “that” stand for."""

from collections.abc import Sequence

from claimdiff.extraction.preceding_nouns import (
    HAPPENING,
    LYING,
    Range,
    describes_name,
    find_adjoining,
    find_event,
    find_noun_before,
    is_name,
    skip_adverbs,
    widen_noun,
)
from claimdiff.extraction.subject_fit import agrees, wants_singular
from claimdiff.extraction.tagging import FINITE
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

# What there is only one of, as of a name.
_UNIQUE = word_set("sun moon earth sky sea ocean world internet web planet universe")
# Of “its capital Ellery, that”, not the name alone is told.
_PLACES = word_set("capital city town village state province region island county district port border")
# “Who” behind “the driver of the van,” is the driver.
_HEADS = word_set(
    "driver owner captain pilot operator leader head founder editor author members victims residents"
)
# “Who” is never one of these: “a man on board who”.
_WHEREABOUTS = frozenset({"board", "site", "scene", "duty", "foot", "stage"})
_DEPICTIONS = word_set(
    "footage video videos clip clips image images photo photos photograph photographs picture pictures"
)
# What is told so of pictures, not of what they show.
_PUBLISHING = word_set(
    "released posted shared aired broadcast obtained published circulated verified went appeared surfaced"
    " emerged show shows showed shown seen taken shot filmed recorded captured provided viewed uploaded made"
)
# “…, which means”: that it is so.
_MEANING = word_set("mean means meant meaning")
# “…, which is sad”: that it is so.
_FELT = word_set(
    "distressing disappointing surprising shocking frustrating embarrassing annoying great nice sad terrible"
    " awful understandable fine true interesting ridiculous unacceptable wrong hard difficult amazing"
    " odd implausible remarkable notable unusual incredible good bad unfortunate strange weird scary painful"
)
# “…, which will surprise nobody”: that it is so.
_COMING = word_set("will would can could may might should")
_EFFECTS = word_set("mean increase reduce surprise")
# What happens somewhere, and what comes of that.
_RESULTING = HAPPENING | word_set(
    "came comes seemed seems followed follows allowed allows made makes led leads forced forces raised"
    " surprised shocked angered helped took takes"
)
_REACH = 40
_FAR = 10


def find_relative_noun(tokens: Sequence[Token], tags: Sequence[str], start: int) -> Range | None:
    """Return the noun that the relative at `start` stands for, None where none before it goes with its verb.

    “That” behind a dash or semicolon is no relative. Of a place and what happens there, it is what happens;
    without a comma it is no name, but what the name describes (“the crew from Ellery that”).
    """
    word = tokens[start].lower
    if word == "that" and tags[start - 1 : start] and tags[start - 1] in "-;:":
        return None
    noun = find_noun_before(tokens, tags, start, word)
    if noun is not None and word == "which" and tags[start - 1] == "," and describes_name(tags, noun[0]):
        noun = _find_thing(tokens, tags, noun)  # "a bill by Ada Moro, a sailor, which"
    if noun is None:
        return None
    unique = tokens[start - 1].lower in _UNIQUE and tokens[noun[0]].lower == "the"
    if unique or (
        tags[start - 1] == "E"
        and not tokens[start - 1].lower.endswith("s")
        and (is_name(tags, noun) or (word == "that" and _is_place(tokens, noun)))
    ):
        noun = widen_noun(tokens, tags, noun) or noun
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
    if word != "who" and tags[start - 1] == "," and tokens[verb].lower in HAPPENING:
        noun = find_event(tokens, tags, noun) or noun
    number = tokens[verb].lower
    if noun is not None and (shown := _find_depicted(tokens, tags, noun, verb)):
        return shown
    while noun is not None and not agrees(tokens, tags, *noun, number):
        first, last = noun
        inner = [at + 1 for at in range(first + 1, last - 1) if tags[at] == "P" and tokens[at].lower == "of"]
        if inner and agrees(tokens, tags, inner[-1], last, number):
            return inner[-1], last  # "a list of plans which include"
        noun = widen_noun(tokens, tags, noun) if last - first < _REACH else None
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
        return widen_noun(tokens, tags, noun) or noun  # "the driver of the van, who"
    if last == first + 1 and tokens[first].lower in _WHEREABOUTS and tokens[first - 1].lower == "on":
        return find_noun_before(tokens, tags, first - 1)  # "a man on board who"
    if tags[first - 2 : first] == [",", "G"] and tags[start - 1] == ",":
        return find_noun_before(tokens, tags, first - 2)
    if tags[start - 1] != "," and tags[first] == "D" and tags[first + 1] == "E" and is_name(tags, noun):
        wider = widen_noun(tokens, tags, noun)
        return wider if wider is not None and wider[0] < first else noun
    if tags[first] == "N" and tags[first - 2 : first] == ["N", "C"] and last == first + 1 and first > 2:
        before = find_adjoining(tokens, tags, first - 1)  # "the women and men who"
        return (before[0], last) if before is not None else noun
    many = verb < len(tags) and wants_singular(tokens[verb].lower) is False
    if not many or set(tags[first:last]) != {"E"} or tokens[last - 1].lower.endswith("s"):
        return noun
    if tags[first - 1] == "C" and tags[first - 2] in "NE":
        before = find_adjoining(tokens, tags, first - 1)
        return (before[0], last) if before is not None else noun
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
    return tokens[noun[0] - 1].lower in LYING and find_event(tokens, tags, noun) is None


def _find_thing(tokens: Sequence[Token], tags: Sequence[str], described: Range) -> Range | None:
    """Return the noun that a name with its description hangs on, None where it hangs on none."""
    name = find_noun_before(tokens, tags, described[0])
    while name is not None and tags[name[0]] == "E":
        name = widen_noun(tokens, tags, name)
    return name and (name[0], described[0] - 1)


def _is_place(tokens: Sequence[Token], noun: Range) -> bool:
    """Say whether a noun tells what kind of place a name is: “its capital Ellery”."""
    return any(token.lower in _PLACES for token in tokens[noun[0] : noun[1]])
