"""What a participle clause leaves unsaid: “, killing six” takes a subject, “men singing” a noun."""

from collections.abc import Sequence

from claimdiff.extraction.clause_subjects import REACH, Governing, find_hanging, find_subject_before
from claimdiff.extraction.finite_forms import choose_form, is_past, turn_finite
from claimdiff.extraction.opening import Opening
from claimdiff.extraction.preceding_nouns import find_noun_before, find_whole_before
from claimdiff.extraction.subject_fit import agrees, is_subject
from claimdiff.extraction.tagging import FINITE
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

# These stay with the verb before them: “ended up crashing”.
_PARTICLES = frozenset({"up", "on", "off", "out"})
#: Prepositions before an -ing form whose subject is not the sentence's.
OWNERS = frozenset({"of", "for", "from", "against", "about"})
# What is told so behind a comma is told of the subject: “Moro sat at a table, flanked by two men”.
_FOLLOWING = word_set(
    "followed accompanied flanked surrounded joined backed helped aided dressed clad armed cheered watched"
)
# What is told so behind a comma is told of the noun: “the play “Ellery”, featuring two sailors”.
_DEPICTING = frozenset(
    {"featuring", "showing", "containing", "starring", "depicting", "comprising", "measuring"}
)
# What comes of an event: of what is done it is not told who does it.
_RESULTING = word_set(
    "making raising prompting sparking fuelling fueling causing allowing giving marking triggering leading"
)
# What is told so of a thing is told of all that stands before it: “a house in Ellery belonging to Moro”.
_STANDING = frozenset(
    "belonging containing featuring dating consisting comprising depicting costing weighing".split()
)
_INSTRUMENTAL = frozenset({"using", "citing"})
_SUFFERING = frozenset(
    "face faces faced facing suffer suffers suffered see sees saw seen endure endured experience experienced"
    " witness witnessed report reported record recorded".split()
)
_HARMING = frozenset("killing wounding injuring destroying damaging leaving displacing".split())
_FINDING = frozenset("find finds found see sees saw seen catch caught spot spotted show shows showed".split())
_OBJECT_FORMS = {"they": "them", "he": "him", "she": "her", "it": "it", "we": "us"}
#: Participles that name what stands before them: “the league, now known as”.
NAMING = frozenset(
    "used called dubbed billed named nicknamed titled entitled known riddled situated located".split()
)
_MODAL = frozenset("MX")
# What follows these and a name is told of the name: “a step toward Norland | joining the league”.
_GERUNDIAL = frozenset({"toward", "towards", "on", "despite", "without", "about"})
# What is asked "on its web page" is asked by who wrote there.
_PAGES = frozenset("page website site twitter facebook instagram account media blog".split())
_ADDRESSING = frozenset(
    "asking saying telling urging warning claiming calling thanking announcing accusing".split()
)
_WHENEVER = frozenset({"when", "once", "if", "until", "unless", "whenever"})
_OWNING = frozenset({"with", "of"})


def open_participle(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Opening | None:
    """“…, killing six” takes the subject of its sentence, “crews threatening …” the noun before it."""
    before = start - 1
    while before > 1 and (tags[before] == '"' or (tags[before] == "X" and tags[before - 1] == "N")):
        before -= 1
    instrument = tags[at] == "G" and tokens[at].lower in _INSTRUMENTAL and not _is_found(tokens, tags, start)
    posted = tokens[before].lower in _PAGES and tokens[at].lower in _ADDRESSING
    adjoins = (tags[before] == "N" and not instrument and not posted) or (
        tags[at] == "Q" and tags[before] in ",E" and tokens[at].lower not in _FOLLOWING
    )
    if tags[at] == "G" and _is_listed(tags, before, at):
        return None
    if tags[at] == "G" and tags[before] in ",C":
        joined, opening = _row_opening(tokens, tags, before)
        if joined:
            return opening
    if tags[before] == "E" and not adjoins:
        adjoins = _follows_owner(tokens, tags, before) or tags[_start_name(tags, before) - 1] in ",-"
    if tags[at] == "G" and _tells_of_noun(tokens, tags, start, at, before):
        noun = find_whole_before(tokens, tags, start)
        return Opening(*noun, joint=", " if tags[before] == "," else " ") if noun else None
    if adjoins and (at == start or (tags[start - 1] == "," and tokens[at].lower in NAMING)):
        noun = _find_described(tokens, tags, start, at)
        return Opening(*noun, joint=" " if tags[before] in "NE" else ", ") if noun else None
    if adjoins and tags[at] == "Q" and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "by":
        return None  # "the ban on nets, recently | imposed by the isle"
    subject = _find_doer(tokens, tags, start)
    if subject is None or (tags[at] == "G" and tags[before] == "C" and "G" not in tags[subject[2] : before]):
        return None
    verb = subject[2]
    if tags[at] == "Q" and tokens[start - 1].lower in _WHENEVER and not is_past(tokens, tags, verb):
        return None  # "can carry six tons when | launched to the east"
    if tokens[start - 1].lower == "when" and tags[at] == "G" and _is_urged(tags, verb, start):
        return None
    if tags[at] == "G" and (
        (tags[before] == "," and _has_sufferer(tokens, verb, at))
        or ((instrument or tokens[at].lower in _RESULTING) and _is_done(tags, verb))
        or _is_object_too(tokens, tags, subject, at)
    ):
        return None
    found = tokens[verb].lower in _FINDING and find_noun_before(tokens, tags, start)
    if found and tags[before] in ",E" and set(tags[found[0] : found[1]]) == {"E"}:
        return Opening(*found)  # "found one of the boys, Ivo Renn, | wandering"
    return _share(tokens, tags, start, at, subject)


def _is_listed(tags: Sequence[str], before: int, at: int) -> bool:
    """Say whether an -ing form is one of a row of nouns: “fever, | vomiting and nausea”."""
    if tags[before] == "," and tags[at + 1 : at + 2] == ["C"] and tags[at + 2] in "NADE":
        return True
    return tags[max(0, before - 3) : before + 1] in (["N", ",", "N", "C"], ["E", ",", "N", "C"])


def _find_described(
    tokens: Sequence[Token], tags: Sequence[str], start: int, at: int
) -> tuple[int, int] | None:
    """Return the noun that a participle describes, None where it is but a time: “in June, | known as”."""
    noun = _named_last(tokens, tags, start) or find_noun_before(tokens, tags, start)
    timed = noun is not None and tags[at] == "Q" and not is_subject(tokens, tags, *noun)
    return None if timed else noun


def _tells_of_noun(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int, before: int) -> bool:
    """Say whether an -ing form is told of the noun before it: “a hut belonging to”."""
    word = tokens[at].lower
    if tags[before] == ",":
        return word in _DEPICTING
    return word in _STANDING and at == start and tags[before] in "NE"


def _share(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int, subject: Governing) -> Opening:
    """Return the opening of a participle at `at` that shares a subject, with the form that its verb takes."""
    first, last, verb = subject
    joined = "C" in tags[max(0, start - 2) : start] and tags[start - 1] in 'C"X'
    if tags[at] == "Q":
        shared = joined and tags[verb] in "BH"
        return Opening(first, verb + 1 if shared and verb == last else last)
    if joined:
        done = verb
        while tags[done] in "BHMX":
            done += 1
        if tags[done] == "G" and "B" in tags[verb:done]:
            return Opening(first, done)  # "is waiting and | calling"
    modal = (
        tags[start - 1] != "S"
        and tags[verb] == "M"
        and tags[verb + 1] in "IBHX"
        and tokens[verb + 1].lower != "not"
    )
    if tags[verb] == "M" and not modal and tags[start - 1] != "S":
        return Opening(first, last)
    if tags[verb] == "M" and tokens[at].lower == "having":
        modal, form = False, "past"  # "will sail, | having mended the boat": had it
    else:
        form = "bare" if modal else choose_form(tokens, tags, subject)
    skip, words = turn_finite(tokens, tags, start, at, form)
    if words == "was" and "C" in tags[first:last]:
        words = "were"
    return Opening(first, verb + 1 if modal else last, skip=skip, verb=words)


def _is_urged(tags: Sequence[str], verb: int, start: int) -> bool:
    """Say whether somebody else acts between: “a note warning crews about danger when | sailing”."""
    return any(
        (tags[at] == "G" or tags[at - 1 : at + 1] == ["T", "I"]) and tags[at + 1] in "NDEU"
        for at in range(verb + 1, start - 1)
    )


def _find_doer(tokens: Sequence[Token], tags: Sequence[str], start: int) -> Governing | None:
    """Return the subject that a participle behind a comma shares: not that of a relative clause before it."""
    subject = find_subject_before(tokens, tags, start, strict=True)
    if subject is None or "," not in tags[start - 2 : start]:
        return subject
    hanging = find_hanging(tags, subject)
    relative = hanging > 0 and (
        tags[hanging] == "W"
        and tags[hanging - 1] != ","
        and (tokens[hanging].lower != "that" or tags[hanging - 1] in "NER")
    )
    if not relative and (hanging <= 0 or tokens[hanging].lower != "where"):
        return subject
    outer = find_subject_before(tokens, tags, min(subject[0], hanging), strict=True)
    return outer or subject


def open_absolute(tokens: Sequence[Token], tags: Sequence[str], start: int, end: int) -> Opening | None:
    """“with two men swimming ashore”, “with the bid rejected by the board”: what is told of its own noun."""
    at = start + 1
    while at < end and tags[at] in "DNEA#X" and at - start < REACH // 3:
        at += 1
    last = at
    while last > start + 1 and tags[last - 1] == "X":
        last -= 1
    if at >= end or last == start + 1 or tags[last - 1] not in "NE":
        return None
    if tags[at] != "G" and (tags[at] != "Q" or tags[start - 1] != ","):
        return None
    if at + 1 < end and tokens[at + 1].lower == "of":
        return None  # "with unsafe handling of nets"
    subject = find_subject_before(tokens, tags, start)
    if subject is None or tags[subject[2]] == "M":
        return None
    inner = (start + 1, last, subject[2])
    if tags[at] == "G":
        skip, words = turn_finite(tokens, tags, last, at, choose_form(tokens, tags, inner))
    else:
        number = choose_form(tokens, tags, inner)
        many = "C" in tags[start + 1 : last] or not agrees(tokens, tags, start + 1, last, "is")
        be = ("were" if many else "was") if number == "past" else ("are" if number == "many" else "is")
        skip, words = 0, be
    return Opening(start + 1, last, skip=last + skip - start, verb=words)


def _is_found(tokens: Sequence[Token], tags: Sequence[str], start: int) -> bool:
    """Say whether the noun before is what somebody finds: “shows crews using”."""
    subject = find_subject_before(tokens, tags, start)
    return subject is not None and tokens[subject[2]].lower in _FINDING


def _is_done(tags: Sequence[str], verb: int) -> bool:
    """Say whether a verb is passive: who used what is not told in “was found, using”."""
    at = verb
    while tags[at] in "BHMOX":
        at += 1
    return at > verb and tags[at] == "Q" and "B" in tags[verb:at]


def _is_object_too(tokens: Sequence[Token], tags: Sequence[str], subject: Governing, at: int) -> bool:
    """Say whether the object is the subject itself: “they sang, leading them to”."""
    word = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    first, last, _ = subject
    if last == first + 1 and tokens[first].lower in ("that", "this"):
        return True  # "that opened the pier, saving": nobody
    if tags[first] == "R":
        return _OBJECT_FORMS.get(tokens[first].lower) == word
    named = "E" in tags[first:last]
    return not named and (
        (word == "it" and not agrees(tokens, tags, first, last, "are"))
        or (word == "them" and not agrees(tokens, tags, first, last, "is"))
    )


def _follows_owner(tokens: Sequence[Token], tags: Sequence[str], name: int) -> bool:
    """Say whether a name stands in “with Moro | leading” or “a film of Moro | dancing”."""
    first = _start_name(tags, name)
    if tokens[first - 1].lower in ("either", "both"):
        first -= 1
    noun = find_noun_before(tokens, tags, name + 1)
    if tokens[first - 1].lower in _GERUNDIAL:
        return True
    return tokens[first - 1].lower in _OWNING or (
        noun is not None and noun[0] > 0 and tokens[noun[0] - 1].lower in _OWNING
    )


def _named_last(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int] | None:
    """Return the name alone that ends “a gif of Moro” right before `start`."""
    first = _start_name(tags, start - 1) if tags[start - 1] == "E" else start
    return (first, start) if first < start and first and tokens[first - 1].lower in _OWNING else None


def _start_name(tags: Sequence[str], last: int) -> int:
    while last > 1 and tags[last - 1] == "E":
        last -= 1
    return last


def _row_opening(tokens: Sequence[Token], tags: Sequence[str], joining: int) -> tuple[bool, Opening | None]:
    """Say whether the -ing form before “and” has a subject that is not the sentence's, and which.

    “people sailing and | singing”: the people; “it includes sailing and | singing”: it includes; “known for
    being late and | missing boats”: none is found.
    """
    row = _first_of_row(tokens, tags, joining)
    if not row:
        return False, None
    if tags[joining] == ",":  # "a good end - the boat leaving, | slowly crossing the bay -"
        noun = find_noun_before(tokens, tags, row) if tags[row - 1] in "NE" else None
        apposed = noun is not None and noun[0] > 0 and tags[noun[0] - 1] in "-("
        return apposed, Opening(*noun) if noun and apposed else None
    before = row - 1
    while before and tags[before] == "X":
        before -= 1
    tag = tags[before]
    if tag == "P" and tags[before - 1] == "V" and tokens[before].lower in _PARTICLES:
        before, tag = before - 1, "V"
    if tag == "P" and (
        tokens[before].lower in OWNERS or tokens[before].lower in ("in", "at", "than", "with", "to")
    ):
        return True, None
    if before > 1 and tags[before - 1 : before + 1] == ["T", "B"]:  # "for a man to be late and | missing it"
        noun = find_noun_before(tokens, tags, before - 1) if tags[before - 2] in "NE" else None
        return True, Opening(*noun) if noun else None
    if tag in "VI":
        subject = find_subject_before(tokens, tags, before + 1)
        governed = subject is not None and (subject[2] == before or set(tags[subject[2] : before]) <= _MODAL)
        return True, Opening(subject[0], row) if governed and subject else None
    named = tag == "E" and (
        _follows_owner(tokens, tags, before) or tags[_start_name(tags, before) - 1] == ","
    )
    if tag != "N" and not named:
        return False, None
    noun = (_start_name(tags, before), row) if named and before == row - 1 else None
    noun = noun or find_noun_before(tokens, tags, row)
    free = noun is None or tags[noun[0] - 1] not in "MbT"
    return free, Opening(*noun) if noun and free else None


def _first_of_row(tokens: Sequence[Token], tags: Sequence[str], joining: int) -> int:
    """Return where the -ing form stands that “and” goes on with, 0 where there is none.

    Of a row whose noun stands behind a dash or “with” it is the first: “with the boat leaving, taking in
    water and”.
    """
    row = 0
    for at in range(joining - 1, max(0, joining - REACH), -1):
        if tags[at] in FINITE or tags[at] in ";:.?!SW":
            break
        if tags[at] != "G":
            continue
        before = at - 1
        while before and tags[before] == "X":
            before -= 1
        if row and tags[before] in "NE":
            noun = find_noun_before(tokens, tags, before + 1)
            own = (
                noun is not None and noun[0] > 0 and tokens[noun[0] - 1].lower in ("with", "-", "–", "—", "(")
            )
            return at if own else row
        row = row if row and tags[before] != "G" else at
        if tags[before] not in ",CG":
            break
    return row


def _has_sufferer(tokens: Sequence[Token], verb: int, at: int) -> bool:
    """Say whether harm is told of who suffers it: “The isle has faced attacks, | killing dozens”."""
    return tokens[at].lower in _HARMING and any(
        token.lower in _SUFFERING for token in tokens[verb : min(verb + 3, at)]
    )
