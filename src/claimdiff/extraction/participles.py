"""What a participle clause leaves unsaid: “, killing six” takes a subject, “men singing” a noun."""

from collections.abc import Sequence

from claimdiff.extraction.clause_subjects import find_subject_before
from claimdiff.extraction.opening import Opening
from claimdiff.extraction.preceding_nouns import find_noun_before
from claimdiff.extraction.wordclasses import list_pasts, past_forms
from claimdiff.language.tokens import Token

#: Prepositions before an -ing form whose subject is not the sentence's.
OWNERS = frozenset({"of", "for", "from", "against", "about"})
_FOLLOWING = frozenset({"followed", "accompanied"})
_PAST_AUXILIARIES = frozenset("was were had did has have".split())
_SUFFERING = frozenset(
    "face faces faced facing suffer suffers suffered see sees saw seen endure endured experience experienced"
    " witness witnessed report reported record recorded".split()
)
_HARMING = frozenset("killing wounding injuring destroying damaging leaving displacing".split())
_FINDING = frozenset("find finds found see sees saw seen catch caught spot spotted show shows showed".split())
_OBJECT_FORMS = {"they": "them", "he": "him", "she": "her", "it": "it", "we": "us"}
_OWNING = frozenset({"with", "of"})
_REACH = 40


def open_participle(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Opening | None:
    """“…, killing six” takes the subject of its sentence, “crews threatening …” the noun before it."""
    before = start - 1
    while before > 1 and (tags[before] == '"' or (tags[before] == "X" and tags[before - 1] == "N")):
        before -= 1
    adjoins = tags[before] == "N" or (
        tags[at] == "Q" and tags[before] in ",E" and tokens[at].lower not in _FOLLOWING
    )
    if tags[at] == "G" and tags[before] == "C":
        joined, noun = _row_opening(tokens, tags, before)
        if joined:
            return Opening(*noun) if noun else None
    if tags[before] == "E" and not adjoins:
        adjoins = _follows_owner(tokens, tags, before)
    if adjoins and at == start:
        noun = _named_last(tokens, tags, start) or find_noun_before(tokens, tags, start)
        return Opening(*noun, joint=" " if tags[before] in "NE" else ", ") if noun else None
    subject = find_subject_before(tokens, tags, start)
    if subject is None or (tags[at] == "G" and tags[before] == "C" and "G" not in tags[subject[2] : before]):
        return None
    first, last, verb = subject
    if tags[at] == "G" and tags[before] == "," and _has_sufferer(tokens, verb, at):
        return None
    if _OBJECT_FORMS.get(tokens[first].lower) in [token.lower for token in tokens[at + 1 : at + 2]]:
        return None  # "they sang, leading them to"
    found = tokens[verb].lower in _FINDING and find_noun_before(tokens, tags, start)
    if found and tags[before] in ",E" and set(tags[found[0] : found[1]]) == {"E"}:
        return Opening(*found)  # "found one of the boys, Ivo Renn, | wandering"
    if tags[at] == "Q":
        shared = tags[before] == "C" and tags[verb] in "BH"
        return Opening(first, verb + 1 if shared and verb == last else last)
    if not is_past(tokens, tags, verb):
        return Opening(first, last)
    skip, past = _turn_past(tokens, tags, start, at)
    return Opening(first, last, skip=skip, verb=past)


def _follows_owner(tokens: Sequence[Token], tags: Sequence[str], name: int) -> bool:
    """Say whether a name stands in “with Moro | leading” or “a film of Moro | dancing”."""
    first = _start_name(tags, name)
    noun = find_noun_before(tokens, tags, name + 1)
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


def _row_opening(
    tokens: Sequence[Token], tags: Sequence[str], joining: int
) -> tuple[bool, tuple[int, int] | None]:
    """Say whether the -ing form before “and” has a subject that is not the sentence's, and which.

    “people sailing and | singing”: the people; “known for being late and | missing boats”: none is found.
    """
    row = next((at for at in range(joining - 1, max(0, joining - _REACH), -1) if tags[at] == "G"), 0)
    if row and tokens[row - 1].lower in OWNERS:
        return True, None
    if row > 2 and tags[row - 2 : row] == ["T", "B"]:  # "for a man to be late and | missing it"
        return True, find_noun_before(tokens, tags, row - 2) if tags[row - 3] in "NE" else None
    if not row or tags[row - 1] != "N" or "," in tags[row:joining]:
        return False, None
    noun = find_noun_before(tokens, tags, row)
    return noun is None or tags[noun[0] - 1] not in "MbT", noun


def _has_sufferer(tokens: Sequence[Token], verb: int, at: int) -> bool:
    """Say whether harm is told of who suffers it: “The isle has faced attacks, | killing dozens”."""
    return tokens[at].lower in _HARMING and any(
        token.lower in _SUFFERING for token in tokens[verb : min(verb + 3, at)]
    )


def _turn_past(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> tuple[int, str]:
    """Return how many words a row of -ing forms takes with its adverbs, and the row in the past.

    “almost hitting”: “almost hit”; “pushing, kicking and slapping”: “pushed, kicked and slapped”.
    """
    words = [token.text for token in tokens[start:at]]
    row = ""
    end = start + _REACH
    while True:
        past = past_forms().get(tokens[at].lower) or _guess_past(tokens[at].lower)
        row += " ".join([*words, past])
        following = at + 1
        while following < len(tags) and tags[following] in ",C":
            following += 1
        if following == at + 1 or following > end or tags[following : following + 1] != ["G"]:
            return at + 1 - start, row
        joint = tokens[following - 1].lower
        row += ", " if joint == "," else f" {joint} "
        words, at = [], following


def _guess_past(word: str) -> str:
    """Return the past form of an unlisted -ing form, taken for a regular verb."""
    stem = word.removesuffix("ing")
    return f"{stem[:-1]}ied" if stem.endswith("y") and stem[-2:-1] not in "aeiou" else f"{stem}ed"


def is_past(tokens: Sequence[Token], tags: Sequence[str], verb: int) -> bool:
    """Say whether the token at `verb` is a finite verb of the past, or the auxiliary of one."""
    word = tokens[verb].lower
    if tags[verb] == "V":
        return word in list_pasts() or word.endswith("ed")
    return word in _PAST_AUXILIARIES
