"""What a clause leaves unsaid: a subject shared with the clause before, the noun that "which"
stands for."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimdiff.extraction.clause_subjects import (
    REACH,
    Governing,
    find_hanging,
    find_interrupted,
    find_subject_before,
    find_subject_of,
)
from claimdiff.extraction.finite_forms import is_past
from claimdiff.extraction.infinitives import find_infinitive, open_infinitive, open_second_to
from claimdiff.extraction.opening import Opening
from claimdiff.extraction.participles import NAMING, open_absolute, open_participle
from claimdiff.extraction.preceding_nouns import (
    find_described_before,
    find_event,
    find_noun_before,
    read_tag,
    skip_adverbs,
    widen_to_many,
)
from claimdiff.extraction.relative_nouns import find_relative_noun, tells_all
from claimdiff.extraction.shared_subjects import (
    ACTIVE,
    asks_or_commands,
    choose_sharer,
    find_awaiting,
    find_modal,
    find_parallel,
    find_passive,
    is_listed_verb,
    is_noun_phrase,
)
from claimdiff.extraction.speech_cues import RELATIVES
from claimdiff.extraction.subject_fit import agrees, is_subject, wants_singular
from claimdiff.extraction.subjectless import is_gerund, stands_apart
from claimdiff.extraction.tagging import FINITE
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tokens import Token

_INVERTING = frozenset(
    "say says said add adds added explain explains explained warn warns warned note notes noted"
    " insist insists insisted argue argues argued write writes wrote ask asks asked reply replies replied"
    " joke jokes joked quip quips quipped recall recalls recalled read reads".split()
)
_OBJECTS = frozenset("it this that so him her them me us".split())
_LONG = 400


def find_opening(tokens: Sequence[Token], tags: Sequence[str], start: int, end: int) -> Opening | None:
    """Return what the clause `tokens[start:end]` of a stretch needs before it to stand alone.

    None where it has a subject of its own, or where none is found that can be one.
    """
    opening = _find_candidate(tokens, tags, start, end)
    if opening is None or opening.joint == ", ":
        return opening
    if _is_asked(tokens, tags, opening, start):
        return replace(opening, first=_skip_back(tags, opening.first))  # what is asked is not told
    last = _end_of_subject(tags, opening)
    if last <= opening.first or "T" in tags[opening.last - 1 : opening.last + 1]:
        return None if tags[opening.first : opening.first + 2] in (["V", "P"], ["Q", "P"]) else opening
    return opening if is_subject(tokens, tags, opening.first, last) else None


def _skip_back(tags: Sequence[str], at: int) -> int:
    """Return the place before `at`, quotation marks aside."""
    at -= 1
    while at > 0 and tags[at] == '"':
        at -= 1
    return at


def _is_asked(tokens: Sequence[Token], tags: Sequence[str], opening: Opening, start: int) -> bool:
    """Say whether a second verb of “whether” follows: “whether they will stay or | go”."""
    before = _skip_back(tags, opening.first)
    asked = before >= 0 and tokens[before].lower in ("whether", "if", "unless", "how")
    second = read_tag(tags, start) in FINITE or opening.auxiliary[1] > 0
    return asked and not opening.skip and second


def _end_of_subject(tags: Sequence[str], opening: Opening) -> int:
    """Return where the subject of an opening ends, which may go on with “can”, “has been” or “ended up”."""
    last = opening.last
    while last > opening.first and tags[last - 1] in "XP":
        last -= 1
    if tags[last - 1] not in FINITE:
        return opening.last
    while last > opening.first and (tags[last - 1] in FINITE or tags[last - 1] == "X"):
        last -= 1
    return last


def _find_candidate(tokens: Sequence[Token], tags: Sequence[str], start: int, end: int) -> Opening | None:
    at = start
    while at < end and (tags[at] == "X" or tags[at] == '"'):
        at += 1
    if at >= end:
        return None
    if start == 0:
        return _subject_ahead(tokens, tags, at, end)
    tag, word = tags[at], tokens[at].lower
    if tag in "VGQBHMO":
        return _open_verb(tokens, tags, start, at, end)
    if tokens[start - 1].lower == "where" and tags[start - 2] == "," and tags[start - 3] in "NE":
        noun = find_noun_before(tokens, tags, start - 1)
        return Opening(*noun, joint=", where ") if noun else None
    if word == "that" and tags[start - 1] == "C" and "W" not in tags[:start]:
        return None  # "it rained, and that | soon sank it"
    if tag == "W" and (word in RELATIVES or word == "whose") and at == start:
        return _relative_opening(tokens, tags, start, word)
    if tag == "D" and word == "whose":
        return _relative_opening(tokens, tags, start, word)
    if (
        tag == "A"
        and tags[start - 1] == "C"
        and FINITE.isdisjoint(tags[at:end])
        and not _is_modifier(tags, at)
    ):
        return _shared_copula(tokens, tags, start)
    if word == "including" and tags[start - 1] == "C":
        return None
    if word in ("including", "such") and (tag == "P" or tags[at + 1 : at + 2] in (["P"], ["S"])):
        noun = find_noun_before(tokens, tags, start)
        if noun and word == "including":
            timed = not is_subject(tokens, tags, *noun)  # "for years, | including"
            noun = None if timed else widen_to_many(tokens, tags, noun)
        fits = noun and (word != "such" or not agrees(tokens, tags, *noun, "is"))
        return Opening(*noun, joint=", ") if noun and fits else None
    if word == "with" and at == start and (opening := open_absolute(tokens, tags, start, end)):
        return opening
    return _open_phrase(tokens, tags, start, end) if tag in "PT" and at == start else None


def _may_hang_elsewhere(tokens: Sequence[Token], tags: Sequence[str], subject: Governing) -> bool:
    """Say whether another subject stands before the nearest, whose clause hangs on “who” or “that”."""
    hanging = find_hanging(tags, subject)
    return (
        hanging > 0
        and tags[hanging] == "W"
        and find_subject_before(tokens, tags, min(subject[0], hanging)) is not None
    )


def _open_phrase(tokens: Sequence[Token], tags: Sequence[str], start: int, end: int) -> Opening | None:
    """“… in the bay”, “and to hide”: the subject of the clause that a phrase was cut from."""
    if tags[start] == "T" and tags[start - 1] == "C" and (whole := open_second_to(tokens, tags, start)):
        return whole
    if tokens[start].lower in ("because", "like") or _has_own_verb(tags, start, end):
        return None
    subject = find_subject_before(tokens, tags, start, strict=True)
    if subject is None or _may_hang_elsewhere(tokens, tags, subject):
        return None
    return Opening(subject[0], subject[1], joint=" … ")


def _open_verb(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int, end: int) -> Opening | None:
    """Return what a clause needs that begins, adverbs aside, with a verb form."""
    tag, word = tags[at], tokens[at].lower
    if (
        tag != "G"
        and (tag != "Q" or "V" in classify_word(word))
        and (noun := find_awaiting(tokens, tags, at))
    ):
        return Opening(*noun)
    if tag in "VGQ" and (stands_apart(tokens, tags, start, at) or is_gerund(tags, start, at, end)):
        return None
    if tag not in "GQ":
        named = at + 1 < end and tags[at + 1] in "EDNA#R" and tokens[at + 1].lower not in _OBJECTS
        said = word in _INVERTING and tags[start - 1] != "C"
        if said and named and FINITE.isdisjoint(tags[at + 1 : end]):
            return None  # "said Peter Moro": the subject follows
        return _shared_subject(tokens, tags, start, at)
    if tags[start - 1] in "Bb":  # "it's | going to be late"
        return _open_after_verb(tokens, tags, start)
    if tags[start - 2 : start] == [",", "S"] and tag == "Q":  # "the crew, although | cut off, sold"
        noun = find_noun_before(tokens, tags, start - 1)
        if noun and (noun[0] == 0 or tags[noun[0] - 1] in "WSC"):
            return Opening(*noun, joint=" … ")
    passive = _open_passive(tokens, tags, start, at) if tag == "Q" else None
    return passive or open_participle(tokens, tags, start, at)


def _open_passive(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Opening | None:
    """“and | expelled”, after “was fired”, takes subject and “was”."""
    found = find_passive(tokens, tags, start, at)
    return Opening(found[0], found[1], auxiliary=found[2:]) if found else None


def _subject_ahead(tokens: Sequence[Token], tags: Sequence[str], start: int, end: int) -> Opening | None:
    """“Seated at the door, | Moro slept”, “A cook by trade, | he sails”: the subject of the next clause."""
    described = tags[start] == "D" and tokens[start].lower in ("a", "an")
    if not (tags[start] in "GQ" or described) or tags[end : end + 1] != [","]:
        return None
    if not FINITE.isdisjoint(tags[start:end]) or end + 1 >= len(tags) or tags[end + 1] not in "REDN":
        return None
    verb = next((at for at in range(end + 1, min(len(tags), end + REACH)) if tags[at] in FINITE), 0)
    if not verb or "," in tags[end + 1 : verb] or (described and tags[end + 1] not in "RE"):
        return None
    subject = find_subject_of(tokens, tags, verb, end + 1)
    return Opening(*subject, joint=", " if described else " … ") if subject else None


def _relative_opening(tokens: Sequence[Token], tags: Sequence[str], start: int, word: str) -> Opening | None:
    """“, which holds …” is about the noun before it; “which they used” only hangs on to it."""
    following = skip_adverbs(tags, start + 1)
    if word == "which" and following < len(tags) and tells_all(tokens, tags, start, tokens[following].lower):
        return None
    if word == "whose" and tags[following : following + 2] in (["N", "R"], ["N", "E"]):
        return None  # ", whose name it took"
    noun = find_described_before(tokens, tags, start) if word == "who" else None
    if noun is None and word == "who" and following < len(tags):
        first = _first_relative(tokens, tags, start)
        if first < start and tags[first - 1] in "VI":
            return None  # "choose who can sail and | who can stay"
        noun = find_relative_noun(tokens, tags, first) if first < start else None
        if noun and not agrees(tokens, tags, *noun, tokens[following].lower):
            noun = None
    noun = noun or find_relative_noun(tokens, tags, start)
    if noun is None:
        return None
    if word != "whose" and tags[following : following + 1] and tags[following] not in FINITE:
        return Opening(*noun, joint=", ")
    return Opening(*noun, skip=1, possessive=word == "whose")


def _first_relative(tokens: Sequence[Token], tags: Sequence[str], start: int) -> int:
    """Return the first “who” of a row about the same people: “girls who sing in choirs, who dance”."""
    if tags[start - 1] not in ",C" or "E" in tags[start - 3 : start]:
        return start
    for at in range(start - 2, max(0, start - REACH // 2), -1):
        if tokens[at].lower == "who":
            verb = skip_adverbs(tags, at + 1)
            alone = FINITE.isdisjoint(tags[verb + 1 : start])
            return _first_relative(tokens, tags, at) if alone and tags[verb] in FINITE else start
        if tags[at] in ";:.?!":
            break
    return start


def _has_own_verb(tags: Sequence[str], start: int, end: int) -> bool:
    """Say whether a main verb follows a phrase: “at any rate it would be late”."""
    verb = next((at for at in range(start, end) if tags[at] in FINITE), end)
    return verb < end and not {"W", "S"}.intersection(tags[start:verb])


def _shared_subject(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Opening | None:
    """“and sank” takes the subject of the verb before, “, were rescued” the noun that was interrupted."""
    to = find_infinitive(tokens, tags, start, at)
    if to:
        return open_infinitive(tokens, tags, to)
    word = tokens[at].lower
    if tags[at] == "V" and (passive := _open_passive(tokens, tags, start, at)):
        return passive
    if word == "be" or tags[start - 1] in ":;" or _has_agent(tokens, tags, at):
        return None  # "be they rich or poor"; "was attacked first, or | shut down by": who, is not clear
    if asks_or_commands(tokens, tags, start, at) or is_noun_phrase(tokens, tags, start, at):
        return None
    if (
        tags[start - 1] == ","
        and word in NAMING
        and tags[at + 1 : at + 2]
        and (tags[at + 1] in 'EP"' or tags[at + 1 : at + 3] == ["D", '"'])
    ):
        noun = find_noun_before(tokens, tags, start)
        named = noun is None or (tags[at + 1] != "P" and set(tags[noun[0] : noun[1]]) <= {"D", "E"})
        return None if named or noun is None else Opening(*noun)
    if tags[start - 1] != "C":
        subject = _find_own(tokens, tags, start, at)
        if subject or _stays_alone(tokens, tags, start, at):
            return Opening(*subject) if subject else None
    if tags[start - 1] == "," and _is_passive(tokens, tags, at) and not is_listed_verb(tokens, tags, at):
        return _open_described(tokens, tags, start, word)
    sharer = find_parallel(tokens, tags, start, at) or choose_sharer(tokens, tags, start, at)
    if sharer is not None and _is_quoted_apart(tokens, tags, sharer[2], start):
        return None
    modal = find_modal(tokens, tags, start, at)
    if modal and (sharer is None or (modal.auxiliary[1] or modal.last) > sharer[1]):
        return modal
    if sharer is None or (_is_noun_too(word) and _is_rather_noun(tokens, tags, start, sharer[2])):
        return None
    never = next((place for place in range(sharer[1], sharer[2]) if tokens[place].lower == "never"), 0)
    if never and tags[start - 2] != "," and tokens[start - 1].lower in ("and", "or"):
        # "Ada never leaned out and | waved"
        return Opening(sharer[0], sharer[1], auxiliary=(never, never + 1))
    return Opening(sharer[0], sharer[1])


def _find_own(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> tuple[int, int] | None:
    """Return the subject right before a verb, or the noun that a clause between commas parts it from."""
    word = tokens[at].lower
    own = find_subject_of(tokens, tags, at, max(0, at - REACH))
    if own is not None and agrees(tokens, tags, *own, word) and is_subject(tokens, tags, *own):
        return own
    whole = find_interrupted(tokens, tags, start - 1) if tags[start - 1] == "," else None
    return whole if whole is not None and agrees(tokens, tags, *whole, word) else None


def _stays_alone(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> bool:
    """Say whether a verb behind no “and”, without a subject of its own, shares none either."""
    if tags[start - 1] == "W" and tags[start - 2] not in "VQ":
        return True  # but "a boat was launched that"
    if find_subject_of(tokens, tags, at, max(0, at - REACH)) is not None:
        return True
    if tags[at] in "BHMO" and tags[start - 1] in ",NE#":
        return True  # a list of verbs has none of these behind a bare comma
    if tags[start - 1] != "," or not _is_passive(tokens, tags, at):
        return False
    nearest = find_subject_before(tokens, tags, start)
    return nearest is None or not is_past(tokens, tags, nearest[2])  # "it makes nets, | dyed in red"


def _has_agent(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Say whether a past form is a participle with who did it: “shut down by”."""
    by = at + 2 if tags[at + 1 : at + 2] in (["P"], ["X"]) and tokens[at + 1].lower != "by" else at + 1
    return "Q" in classify_word(tokens[at].lower) and by < len(tokens) and tokens[by].lower == "by"


def _is_noun_too(word: str) -> bool:
    """Say whether a base form may be a noun: “it prompted shock and outrage”."""
    return wants_singular(word) is False and "N" in classify_word(word)


def _is_rather_noun(tokens: Sequence[Token], tags: Sequence[str], start: int, verb: int) -> bool:
    """Say whether a noun rather than a verb follows: “is using skill and | experience to”."""
    skip = skip_adverbs(tags, start)
    present = tags[start - 2] == "N" and tags[verb] == "B" and tags[skip + 1 : skip + 2] == ["T"]
    return present or is_past(tokens, tags, verb)


def _is_passive(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Say whether a past form may be a participle with its phrase: “timed to end in May”."""
    word = tokens[at].lower
    return tags[at] == "V" and "Q" in classify_word(word) and tags[at + 1 : at + 2] in (["P"], ["T"])


def _open_described(tokens: Sequence[Token], tags: Sequence[str], start: int, word: str) -> Opening | None:
    """“It made a plan, | put in place in May”: the noun before, None where it is rather a verb."""
    noun = find_noun_before(tokens, tags, start)
    if noun is None or word in ACTIVE or noun[1] != start - 1 or not is_subject(tokens, tags, *noun):
        return None
    return Opening(*(find_event(tokens, tags, noun) or noun), joint=", ")


def _is_quoted_apart(tokens: Sequence[Token], tags: Sequence[str], verb: int, start: int) -> bool:
    """Say whether a quotation ends between a verb and a clause, and none begins: “‘It is late,’ | left”."""
    marks = [tokens[at].text for at in range(verb, start) if tags[at] == '"']
    if len(marks) % 2 == 0:
        return False
    return marks[-1] in "”»" or (marks[-1] == '"' and start < _LONG and tags[:start].count('"') % 2 == 0)


def _open_after_verb(tokens: Sequence[Token], tags: Sequence[str], start: int) -> Opening | None:
    """“it's | going to be late”: the subject with the verb that the clause was cut from."""
    if tags[start - 1] == "b":
        return Opening(start - 1, start)
    subject = find_subject_of(tokens, tags, start - 1, max(0, start - REACH))
    return Opening(subject[0], start) if subject else None


def _is_modifier(tags: Sequence[str], at: int) -> bool:
    """Say whether what follows an adjective is its noun: “and other boats”."""
    return not {"N", "A", "G"}.isdisjoint(tags[at + 1 : at + 2])


def _shared_copula(tokens: Sequence[Token], tags: Sequence[str], start: int) -> Opening | None:
    """“It is rude | and deeply unfair”: subject and “is” go for both."""
    subject = find_subject_before(tokens, tags, start)
    if subject is None or tags[subject[2]] != "B":
        return None
    return Opening(subject[0], subject[2] + 1)
