"""What the whole sentence tells of its tags: which of several past forms is the verb, and the like."""

from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

#: Tags of words that make a clause finite; "b" is a pronoun with its auxiliary ("he's").
FINITE = frozenset("VBHMOb")
#: Tags at which a stretch without boundaries ends.
BREAKS = frozenset(',;:-().?!CSW"')
NONFINITE_FORMS = frozenset({"be", "been", "being", "having"})

# A finite verb may follow these at once without making them participles: "officials said he was …".
_SUBJECT_OPENERS = (["D"], ["N"], ["E"], ["#"], ["A"])
_REPORTING = word_set(
    "said told added believed thought knew hoped feared claimed argued insisted announced reported warned"
    " confirmed denied noted suggested acknowledged admitted stated explained concluded showed found felt"
)
_TELLING = word_set(
    "says show shows think thinks believe believes claim claims suggest suggests say know knows"
)
_SOMETIMES_PREPOSITION = word_set("as after before since until till once")
# These take no object: what follows with "in" or "through" does not make them participles.
_MOVING = word_set(
    "walked ran went came arrived travelled traveled drove crashed sailed moved returned sat stood"
    " stayed lived fell"
    " climbed appeared happened occurred died started began ended continued emerged escaped fled"
    " flew jumped marched"
    " met remained slammed spoke stopped struggled swam tried turned worked"
)
_MEASURED = frozenset("far back many much few little early late recently high low large".split())
_PARTICLES = frozenset("off up out down away back".split())
_PLAIN = frozenset("NPDA")  # neither verb nor boundary: most words
_LOOKAHEAD = 24
# What describes a noun goes no farther than one of these.
_ENDING = FINITE | frozenset(",;:?!SWRT")


def is_of(tokens: list[Token], index: int) -> bool:
    """Say whether the word at a place is “of”."""
    return index < len(tokens) and tokens[index].lower == "of"


def _is_measure(tokens: list[Token], index: int) -> bool:
    """Say whether an “as” closes “as far back as”, “as many as”, “as early as”."""
    between = [token.lower for token in tokens[max(0, index - 3) : index]]
    return "as" in between[:-1] and between[-1] in _MEASURED


def _settle_comparison(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Say whether an “as” compares, and tag what it compares with: “as blinded as” holds no verb."""
    if tokens[index + 2 : index + 3] and tokens[index + 2].lower == "as" and tags[index + 1] in "VQ":
        tags[index + 1 : index + 3] = ["A", "P"]
        return True
    closed = tags[index + 3 : index + 4] in ([], ["."], [","], [";"], ['"'])
    if tags[index + 1 : index + 3] == ["V", "N"] and closed and tokens[index + 1].lower.endswith("ed"):
        tags[index + 1] = "A"  # "as lighthearted satire"
        return True
    return _is_measure(tokens, index)


def settle_subordinators(tokens: list[Token], tags: list[str]) -> None:
    """Make “before midnight” and “as well as” prepositional where no verb follows."""
    if "S" not in tags:
        return
    for index in [place for place, tag in enumerate(tags) if tag == "S"]:
        token = tokens[index]
        if token.lower == "because" and is_of(tokens, index + 1):
            tags[index] = "P"
        if token.lower not in _SOMETIMES_PREPOSITION:
            continue
        if token.lower == "since" and index and tags[index - 1] in "HB":
            tags[index] = "X"  # "has since resigned"
            continue
        tags[index] = "P"
        if token.lower == "as" and _settle_comparison(tokens, tags, index):
            continue
        described = tags[index + 1 : index + 3] in (["X", "V"], ["X", "Q"]) and token.lower == "as"
        if described and BREAKS.issuperset(tags[index + 3 : index + 4]):
            tags[index + 2] = "A"  # "as politically motivated"
            continue
        for at in range(index + 1, min(index + _LOOKAHEAD, len(tags))):
            tag = tags[at]
            if tokens[at].lower == "well" and token.lower == "as" and at == index + 1:
                break  # "as well as two pilots"
            doing = (tag == "G" and at <= index + 2) or (tag == "Q" and at == index + 1)
            if tag in FINITE and tokens[at - 1].lower == "there" and tags[at - 2] in "NE":
                break  # "until this year there was"
            if tag in FINITE or (doing and token.lower != "as"):
                tags[index] = "S"
                if token.lower == "as" and index > 1 and tokens[index - 2].lower == "as":
                    tags[index - 2 : index] = ["S", "S"]  # "as soon as"
                break
            if tag in BREAKS:
                break


def settle_object_that(tokens: list[Token], tags: list[str]) -> None:
    """Make the “that” of “cut that off”, “did that.” a pronoun: no clause follows it."""
    if "W" not in tags:
        return
    for index in [place for place, tag in enumerate(tags) if tag == "W" and place]:
        before = tokens[index - 1].lower
        if tokens[index].lower != "that" or tags[index - 1] not in "VIOQG" or before in _REPORTING:
            continue
        behind = index + 1
        if tokens[behind : behind + 1] and tokens[behind].lower in _PARTICLES:
            behind += 1
        elif tags[behind : behind + 1] not in (["."], [";"]):
            continue
        if tags[behind : behind + 1] in ([], ["."], [";"], [","], ["P"], ["X"], ["C"]):
            tags[index] = "R"


def settle_lead(kinds: list[str], tags: list[str]) -> None:
    """“In a note issued on Sunday, …”: the noun of the opening phrase has a participle, no verb."""
    at = 1
    while at < len(tags) - 2 and tags[at] in "DA":
        at += 1
    verb = at + 1
    if at >= len(tags) or tags[at] != "N" or tags[verb : verb + 1] != ["V"] or "Q" not in kinds[verb]:
        return
    if tags[verb + 1 : verb + 2] in (["P"], ["X"]) and "," in tags[verb : verb + _LOOKAHEAD]:
        tags[verb] = "Q"


def settle_participles(kinds: list[str], tags: list[str], tokens: list[Token], first: int) -> None:
    """Turn past forms that another finite verb of the same stretch outranks into participles.

    “A barge loaded with sand sank”: of two candidates with no boundary between them a sure one wins,
    else the last that has a subject at its left and an object at its right, else the first. The first
    past form stands at `first`.
    """
    sure_ahead = False
    for index in range(len(tags) - 1, first - 1, -1):
        tag = tags[index]
        if tag in _PLAIN:
            continue
        if tag in BREAKS or tag == "R":
            sure_ahead = False
        elif tag == "V" and "Q" in kinds[index]:
            word = tokens[index].lower
            said = word in _REPORTING and tags[index + 1 : index + 2] != ["T"]
            if (sure_ahead and not said) or (
                kinds[index + 1 : index + 2] == ["P"] and (tokens[index + 1].lower == "by")
            ):
                tags[index] = "Q"
        elif tag in FINITE and tokens[index].lower not in NONFINITE_FORMS and tags[index - 1] != "T":
            sure_ahead = True
    _settle_pairs(kinds, tags, tokens)


def settle_described(kinds: list[str], tags: list[str], tokens: list[Token], first: int) -> None:
    """Turn a past form between commas into a participle where the noun before it still awaits its verb.

    “The rocket, launched from a quay near Ellery, reached space”.
    """
    first = max(first, 2)
    if ",V" not in "".join(tags[first - 1 :]):
        return  # as in most sentences
    for index in range(first, len(tags) - 2):
        if tags[index] != "V" or tags[index - 1] != "," or "Q" not in kinds[index]:
            continue
        described = tags[index - 2] in "NE#" and tags[index + 1] in "PTXDA"
        if not described or tokens[index].lower in _REPORTING:
            continue
        if _ends_before_verb(tags, index) and _opens_clause(tags, index - 2):
            tags[index] = "Q"


def _ends_before_verb(tags: list[str], index: int) -> bool:
    """Say whether a comma closes what begins at a place, with its “who sank”, and a finite verb follows."""
    closing = index + 1
    limit = min(len(tags) - 1, index + _LOOKAHEAD)
    led = False
    while closing < limit and (
        tags[closing] not in _ENDING or tags[closing] == "W" or (led and tags[closing] in FINITE)
    ):
        led = tags[closing] == "W" or (led and tags[closing] not in FINITE)
        closing += 1
    verb = closing + 1
    while verb < limit and tags[verb] == "X":
        verb += 1
    return tags[closing] == "," and verb < len(tags) and tags[verb] in FINITE and tags[verb] != "b"


def _opens_clause(tags: list[str], noun: int) -> bool:
    """Say whether the noun whose last word stands at a place opens its clause, and so awaits a verb."""
    opening = noun
    while opening >= 0 and tags[opening] not in _ENDING and tags[opening] not in 'C"P':
        opening -= 1
    return opening < 0 or tags[opening] in "WS" or (tags[opening] == "C" and tags[opening - 1] == ",")


def _settle_pairs(kinds: list[str], tags: list[str], tokens: list[Token]) -> None:
    """Keep one finite verb of several past forms that stand in one stretch, none of them sure."""
    first = -1
    for index, tag in enumerate(tags):
        if tag in _PLAIN:
            continue
        if tag in BREAKS or tag in "Rb":
            first = -1
        elif tag in FINITE and not (tag == "V" and "Q" in kinds[index]):
            told = tokens[index].lower in _TELLING and tags[index + 1 : index + 2] in _SUBJECT_OPENERS
            first = -1 if told else index  # "shows the barge sank"
        elif tag == "V":
            if tokens[index].lower in _REPORTING and tags[index + 1 : index + 2] in _SUBJECT_OPENERS:
                first = -1  # "said the barge sank": what is said has a verb of its own
            elif first < 0:
                first = index
            elif tags[first] == "V" and "Q" in kinds[first]:
                loose = tags[first + 1] == "P" and tags[index + 1 : index + 2] in (["D"], ["P"], ["#"])
                if loose and tags[index - 1] in "NE" and tokens[first].lower not in _MOVING:
                    tags[first] = "Q"
                    first = index
                else:
                    tags[index] = "Q"
            else:
                tags[index] = "Q"
