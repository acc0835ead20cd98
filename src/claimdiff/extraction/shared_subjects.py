"""Which of several subjects before a clause it shares, where the nearest stands in a clause of its own."""

from collections.abc import Sequence

from claimdiff.extraction.clause_subjects import (
    REACH,
    Governing,
    find_agreeing_subject,
    find_hanging,
    find_subject_before,
    find_subject_of,
)
from claimdiff.extraction.finite_forms import is_past
from claimdiff.extraction.opening import Opening
from claimdiff.extraction.preceding_nouns import find_adjoining, read_tag, skip_adverbs
from claimdiff.extraction.subject_fit import agrees, is_subject
from claimdiff.extraction.tagging import FINITE
from claimdiff.extraction.wordclasses import classify_word, list_pasts
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

_LONGEST_NOUN = 14
_LONGEST_ASIDE = 60
_ASIDE_OPENERS = frozenset("DWPANE#Q")
_LEADING_MARKS = frozenset('XCS",;:-')
_HARD = frozenset(";?!")
_AUXILIARIES = frozenset("BHMOX")
# What may follow a past form that is a participle, not a verb; other prepositions only where no finite verb
# stands between, and not behind these, which before one are rather verbs.
_AGENTS = frozenset({"by", "from"})
ACTIVE = word_set(
    "died went came fell rose ran stood sat lay left returned arrived appeared disappeared collapsed"
    " escaped crashed sank sailed swam slept lived remained stayed said told added spoke walked moved"
    " turned failed refused tried agreed began continued headed fled flew grew served worked played asked"
    " called looked wanted ended focused resulted participated increased decreased declined dropped"
    " expanded closed opened won lost finished started happened occurred led responded reacted relied"
    " belonged referred pointed struggled jumped climbed drove marched slammed stopped emerged travelled"
    " traveled met hit apologised apologized competed retired resigned voted complained talked fought"
    " insisted kept got made had admitted confessed testified warned explained landed splashed plunged"
    " exploded burst passed veered swerved rolled spread slid skidded ploughed plowed careered careened"
    " rushed raced erupted suffered detonated drifted circled crossed hurtled vanished survived succumbed"
    " recovered flowed overturned capsized"
)
_PRESENT_MODALS = frozenset({"will", "can", "may", "must", "shall", "cannot"})
# These are rather nouns behind a noun and “and”.
_NOUNS = word_set(
    "cost power experience interest market price force risk value benefit state energy water traffic"
)
_NOMINATIVE = frozenset({"i", "we", "he", "she", "they", "you", "it", "this", "that", "there", "these"})
_ASKING = frozenset({"when", "how", "why", "what", "where"})


def find_awaiting(tokens: Sequence[Token], tags: Sequence[str], verb: int) -> tuple[int, int] | None:
    """Return the noun that opens the stretch and has no verb until the one at `verb`, behind what parts them.

    “Moro, a cook who left when it rained, | told the council”: Moro.
    """
    last = verb
    while last and tags[last - 1] == "X":
        last -= 1
    if last < 2 or last > _LONGEST_NOUN + _LONGEST_ASIDE or tags[last - 1] not in ",-":
        return None
    if tags[last - 1] == "-":
        return _find_before_dash(tokens, tags, verb, last)
    first = 0
    while first < last and tags[first] in _LEADING_MARKS:
        first += 1
    comma = next((at for at in range(first, min(last - 1, first + _LONGEST_NOUN)) if tags[at] == ","), 0)
    if not comma or tags[comma + 1] not in _ASIDE_OPENERS or not _is_bare_noun(tokens, tags, first, comma):
        return None
    if not agrees(tokens, tags, first, comma, tokens[verb].lower):
        return None
    if not _holds_no_main_verb(tokens, tags, comma + 1, last - 1):
        return None
    named = comma + 1
    while tags[named] == "E" or tokens[named].text == "." or tokens[named].lower == "of":
        named += 1
    place = comma
    while place > first and tags[place - 1] == "E":
        place -= 1
    if first < place < comma < named - 1 and tokens[place - 1].lower in ("in", "at") and tags[named] == ",":
        return first, named  # "the fire in Ellery, Norland, which hurt two, began"
    if (tags[comma - 1] == "N" or tags[first] == "D") and named > comma + 1 and tags[named] == ",":
        return comma + 1, named  # "the harbour master, Ivo Renn, told"
    return first, comma


def _find_before_dash(
    tokens: Sequence[Token], tags: Sequence[str], verb: int, last: int
) -> tuple[int, int] | None:
    """“it fell, but a third - two boats that sank - | was found”: the noun before the first dash."""
    opening = next((at for at in range(last - 2, max(0, last - _LONGEST_ASIDE), -1) if tags[at] == "-"), 0)
    noun = find_adjoining(tokens, tags, opening) if opening else None
    if noun is None or not agrees(tokens, tags, *noun, tokens[verb].lower):
        return None
    free = noun[0] == 0 or tags[noun[0] - 1] in "C,XSW" or tokens[noun[0] - 1].lower in ("said", "says")
    return noun if free and _holds_no_main_verb(tokens, tags, opening + 1, last - 1) else None


def _is_bare_noun(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> bool:
    """Say whether words are a noun phrase without a verb, and can be a subject."""
    if (
        first >= last
        or tags[first] not in "DEN#A"
        or not {"W", "S", "R", "T", ","}.isdisjoint(tags[first:last])
    ):
        return False
    if not FINITE.isdisjoint(tags[first:last]) or tags[last - 1] not in "NE#)":
        return False
    return is_subject(tokens, tags, first, last)


def _holds_no_main_verb(
    tokens: Sequence[Token], tags: Sequence[str], first: int, last: int, *, passive: bool = False
) -> bool:
    """Say whether each finite verb of an aside stands behind “who”, “whose” or “when” of its own part.

    In a row of participles (`passive`) none stands behind “when”, and other participles may be tagged as
    finite.
    """
    led = waiting = False
    leading = "W" if passive else "WS"
    for at in range(first, last):
        tag = tags[at]
        if tag in _HARD:
            return False
        if passive and tag == "W" and read_tag(tags, at + 1) not in FINITE:
            return False
        if tag in leading or tokens[at].lower == "whose":
            led = True
        elif tag == "R" and tags[at - 1] == "N":
            led = True  # "in a boat he had"
        elif tag == ",":
            waiting = tags[at - 1] == "W" or (waiting and not led)  # "who, as a cook, served"
            led = False
        elif tag in FINITE and waiting:
            waiting = False
        elif tag in FINITE and not led and not (passive and _is_listed(tokens, tags, at)):
            return False
    return True


def _find_done(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> int:
    """Return where the participle stands behind an auxiliary, -1 where none follows: “was more | worried”."""
    while first < last and (tags[first] in 'X"' or tokens[first].lower in ("more", "so", "both")):
        first += 1
    done = first < last and (tags[first] == "Q" or tokens[first].lower.endswith("ed"))
    return first if done else -1


def _row_goes_on(tokens: Sequence[Token], tags: Sequence[str], first: int) -> bool:
    """Say whether a row of participles goes on behind “and”: “banned from the pier and expelled”."""
    for at in range(first, min(len(tags) - 1, first + _LONGEST_NOUN)):
        if tags[at] == "C":
            following = skip_adverbs(tags, at + 1)
            return following < len(tags) and "Q" in classify_word(tokens[following].lower)
        if tags[at] in ";:.?!RW":
            break
    return False


def _is_listed(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    return tags[at - 1] in ",C" and "Q" in classify_word(tokens[at].lower) and tags[at + 1] in "PT"


def choose_sharer(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Governing | None:
    """Return the subject that a verb behind “and” shares: its first token, its end and its finite verb.

    Where the nearest stands in a clause that hangs on another, the subject whose verb has the form of the
    one at `at`; behind a comma the outer one; None where nothing tells.
    """
    word = tokens[at].lower
    inner = find_agreeing_subject(tokens, tags, start, word)
    if inner is None or tags[start - 1] != "C":
        return inner
    what = [place for place in range(inner[2], start) if tokens[place].lower == "what"]
    if what and tags[what[-1] - 1] == "P":
        return None  # "he slept in what looked like a boat but was a shed"
    hanging = find_hanging(tags, inner)
    past, base, comma = is_past(tokens, tags, at), "I" in classify_word(word), tags[start - 2] == ","
    if hanging < 0:  # "the pier will hold and agreed to stay": two voices
        return None if past and not base and tokens[inner[2]].lower in _PRESENT_MODALS else inner
    outer = find_subject_before(tokens, tags, min(inner[0], hanging))
    if outer is not None and not agrees(tokens, tags, outer[0], outer[1], word):
        outer = None
    same = _form(tokens, tags, inner[2]) == _form(tokens, tags, at)
    if outer is None or not _is_near(tags, outer, start) or not is_subject(tokens, tags, outer[0], outer[1]):
        unlike = tags[inner[2]] == "M" and past
        return None if unlike or (comma and not same) else inner
    modal = tags[outer[2]] == "M" and base  # "could find it and | report"
    alike = modal or _form(tokens, tags, outer[2]) == _form(tokens, tags, at)
    asked = tokens[hanging].lower in ("if", "whether") and (tags[inner[2]] != "B" or tags[at] != "V")
    if asked and is_past(tokens, tags, inner[2]) != past == is_past(tokens, tags, outer[2]) and not modal:
        return outer  # "asked if the plan is ready but did not wait"
    relative = hanging > inner[1] - 1
    if alike != same:
        return outer if alike else (None if comma else inner)
    if comma:
        return None if relative else outer
    if not same and tags[hanging] == "S" and read_tag(tags, inner[2] + 1) == "G":
        return None  # "left where boats were burning and then slept"
    return None if alike and tokens[hanging].lower == "that" and tags[hanging - 1] not in "NE" else inner


def _is_near(tags: Sequence[str], subject: Governing, start: int) -> bool:
    return start - subject[2] < REACH and _HARD.isdisjoint(tags[subject[2] : start])


def _form(tokens: Sequence[Token], tags: Sequence[str], verb: int) -> tuple[str, bool]:
    """Return what two verbs of one subject share: auxiliary or none, past or not."""
    group = read_tag(tags, verb + 1) in ("Q", "B", "T")
    plain = tags[verb] == "V" or (tags[verb] == "H" and not group)
    return ("V" if plain else "B", is_past(tokens, tags, verb))


def find_passive(
    tokens: Sequence[Token], tags: Sequence[str], start: int, at: int
) -> tuple[int, int, int, int] | None:
    """Return the subject and the auxiliaries that a participle in a row of them shares, two runs of tokens.

    “Moro was fired, | banned from the pier and | expelled from the town”: “Moro” and “was”.
    """
    if tags[start - 1] not in ",C" or "Q" not in classify_word(tokens[at].lower):
        return None
    if tags[start - 1] == "," and not _row_goes_on(tokens, tags, at + 1):
        return None
    bare = tags[at] == "V" and tokens[at + 1 : at + 2] != [] and tokens[at + 1].lower not in _AGENTS
    if bare and (tags[at + 1] != "P" or tokens[at].lower in ACTIVE):
        return None
    for be in range(start - 1, max(0, start - REACH), -1):
        if tags[be] in ";:.?!R":
            return None
        if tags[be] not in ("B" if bare else "BH"):
            continue
        done = _find_done(tokens, tags, be + 1, start)
        if done < 0:
            continue
        if not _holds_no_main_verb(tokens, tags, done, start, passive=True) or (
            bare and not FINITE.isdisjoint(tags[done:start])
        ):
            return None
        first = be
        while first and tags[first - 1] in _AUXILIARIES:
            first -= 1
        while tags[first] == "X":
            first += 1
        subject = find_subject_of(tokens, tags, first, max(0, first - REACH))
        if subject is None and tags[first - 1] == "C":
            shared = find_agreeing_subject(tokens, tags, first, tokens[first].lower)
            subject = shared[:2] if shared else None
        if subject is None or not is_subject(tokens, tags, *subject) or subject[1] > first:
            return None
        return (*subject, first, be + 1)
    return None


def find_parallel(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Governing | None:
    """“did not say how it would end, and did not call back”: the subject of the same auxiliary."""
    if tags[at] not in "OHBM" or tags[start - 1] != "C" or tags[start - 2 : start - 1] != [","]:
        return None
    nearest = find_subject_before(tokens, tags, start)
    outer = nearest and find_subject_before(tokens, tags, nearest[0])
    if nearest is None or outer is None or tags[nearest[0] - 1] not in "SW":
        return None
    same = tokens[outer[2]].lower == tokens[at].lower != tokens[nearest[2]].lower
    return outer if same else None


def asks_or_commands(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> bool:
    """Say whether a verb asks (“when | did the boat sink”) or tells somebody to act (“To sail, | call”)."""
    if tokens[at].lower == "say" and tags[at + 1 : at + 2] == [","]:
        return True  # "a broker — | say, Ada Moro"
    if tokens[start - 1].lower in ("as", "than") and tags[at] in "OBHM":
        return True  # "a radio is on board, as | is a lamp"
    if tags[start - 1] == "-" and tags[at] not in "OBHM" and is_base(tokens[at].lower):
        return tokens[at].lower not in list_pasts()  # "he is odd — | think of a goat"
    if tokens[start - 1].lower in _ASKING and tags[at] in "OBHM":
        return tags[at + 1 : at + 2] in (["D"], ["R"], ["E"])
    if tags[at] in "OBHM" and at + 1 < len(tokens) and tokens[at + 1].lower in _NOMINATIVE:
        return True  # "we thought, ‘Are | we late?’"
    if tags[start - 1] != "," or not is_base(tokens[at].lower):
        return False
    verb = next((place for place in range(start - 1, -1, -1) if tags[place] in FINITE), 0)
    return tags[0] == "T" or (tags[verb] == "O" and (not verb or tags[verb - 1] in ':;"'))


def is_base(word: str) -> bool:
    """Say whether a word may be the base form of a verb."""
    return word in ("be", "have", "do") or "I" in classify_word(word)


def is_perfect(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Say whether “have” at a place is an auxiliary of its own, no base form: “have been painted”."""
    return tokens[at].lower == "have" and read_tag(tags, at + 1) in ("Q", "B")


def find_modal(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Opening | None:
    """“They can sell boats | and hire out nets”: subject and “can” go for both."""
    word = tokens[at].lower
    if tags[start - 1] != "C" or word.endswith(("s", "ed")) or not is_base(word):
        return None
    if is_perfect(tokens, tags, at):
        return None
    for verb in range(start - 1, max(0, start - REACH), -1):
        if tags[verb] in "MO":
            subject = find_subject_of(tokens, tags, verb, max(0, verb - REACH))
            if tokens[start - 1].lower == "and" and _denies_now(tokens, verb):
                return None  # "they do not want to go and | want to stay"
            denied = tokens[verb + 1].lower == "not" and tokens[start].lower != "instead"
            last = verb + 2 if denied else verb + 1  # "did not look or | ask"
            if subject is not None and not is_subject(tokens, tags, *subject):
                awaited = find_awaiting(tokens, tags, verb)
                return Opening(*awaited, auxiliary=(verb, last)) if awaited else None
            return _open_modal(tags, subject[0], verb, last) if subject and subject[0] < verb else None
        if tags[verb] in ";.b" or (tags[verb] in FINITE and not is_base(tokens[verb].lower)):
            return None
    return None


def _denies_now(tokens: Sequence[Token], verb: int) -> bool:
    """Say whether “do not” stands at a place, which “and” does not share as “or” does."""
    word = tokens[verb].lower.replace("’", "'")
    return word == "don't" or (word == "do" and tokens[verb + 1].lower == "not")


def _open_modal(tags: Sequence[str], first: int, verb: int, last: int) -> Opening:
    """Leave out the “that” between a noun and its modal verb: “firms that can”."""
    end = verb
    while end > first and tags[end - 1] in 'XW"':
        end -= 1
    if "W" not in tags[end:verb] or end == first:
        return Opening(first, last)
    return Opening(first, end, auxiliary=(verb, last))


def is_noun_phrase(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> bool:
    """Say whether a verb form is rather a noun, or goes with one: “mass and | cost savings”."""
    if tokens[at].lower in _NOUNS and tags[start - 1] == "C" and tags[start - 2] in "NM":
        return tags[at + 1 : at + 2] in (["N"], ["T"])
    return _is_attribute(tokens, tags, start, at)


def _is_attribute(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> bool:
    """Say whether a past form goes with a noun in a list: “nets, ropes, | controlled goods, coins”."""
    if (
        tags[start - 1] != ","
        or tags[at : at + 2] != ["V", "N"]
        or tags[at + 2 : at + 3] not in ([","], ["C"])
    ):
        return False
    listed = tags[start - 2] == "N" and "," in tags[max(0, start - 5) : start - 2]
    return listed and "Q" in classify_word(tokens[at].lower)


def is_listed_verb(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Say whether “and” brings another verb: “it braked, | turned to the quay and stopped”."""
    for place in range(at + 1, min(len(tags) - 1, at + REACH)):
        if tags[place] == "C":
            return read_tag(tags, place + 1) not in ("", "N", "D", "E", "#", "R")
        if tags[place] in ";:.?!" or tags[place] in FINITE:
            return False
    return False
