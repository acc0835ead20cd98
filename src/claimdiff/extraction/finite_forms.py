"""A finite form for an -ing form: “killing” beside “sank” is “killed”, and which verbs are of the past."""

from collections.abc import Sequence

from claimdiff.extraction.clause_subjects import REACH, Governing
from claimdiff.extraction.preceding_nouns import read_tag
from claimdiff.extraction.subject_fit import agrees
from claimdiff.extraction.wordclasses import base_forms, list_pasts, past_forms, third_person
from claimdiff.language.tokens import Token

_PLURALS = frozenset("people men women children police they we you i these those".split())
_COUNTING = frozenset("all both many most some two three four five six seven eight nine ten".split())
_PAST_AUXILIARIES = frozenset("was were had did".split())


def choose_form(tokens: Sequence[Token], tags: Sequence[str], subject: Governing) -> str:
    """Return the form that an -ing form takes beside a verb: "past", "third" person or "many"."""
    first, last, verb = subject
    if is_past(tokens, tags, verb):
        return "past"
    if "C" in tags[first:last] or not agrees(tokens, tags, first, last, "is"):
        return "many"
    word = tokens[last - 1].lower
    several = tags[last - 1] == "N" and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    counted = several and tags[first] in "#D" and tokens[first].lower in _COUNTING
    return "many" if word in _PLURALS or counted else "third"


def turn_finite(
    tokens: Sequence[Token], tags: Sequence[str], start: int, at: int, form: str
) -> tuple[int, str]:
    """Return how many words a row of -ing forms takes with its adverbs, and the row in a finite form.

    “almost hitting”: “almost hit”; “pushing, kicking and slapping”: “pushed, kicked and slapped”.
    """
    words = [token.text for token in tokens[start:at]]
    row = ""
    end = start + REACH
    while True:
        row += " ".join([*words, _inflect(tokens[at].lower, form)])
        following = at + 1
        while following < len(tags) and tags[following] in ",C":
            following += 1
        if following == at + 1 or following > end or tags[following : following + 1] != ["G"]:
            return at + 1 - start, row
        joint = tokens[following - 1].lower
        row += ", " if joint == "," else f" {joint} "
        words, at = [], following


def _inflect(word: str, form: str) -> str:
    """Return a finite form of an -ing form; an unlisted one is taken for a regular verb in the past."""
    if form == "past":
        return past_forms().get(word) or _guess_past(word)
    base = {"being": "be", "having": "have"}.get(word) or base_forms().get(word)
    if base is None:
        return word
    if form == "third":
        return {"be": "is", "have": "has"}.get(base) or third_person(base)
    return "are" if base == "be" and form == "many" else base


def _guess_past(word: str) -> str:
    """Return the past form of an unlisted -ing form, taken for a regular verb."""
    stem = word.removesuffix("ing")
    return f"{stem[:-1]}ied" if stem.endswith("y") and stem[-2:-1] not in "aeiou" else f"{stem}ed"


def is_past(tokens: Sequence[Token], tags: Sequence[str], verb: int) -> bool:
    """Say whether the token at `verb` is a finite verb of the past, or the auxiliary of one."""
    word = tokens[verb].lower
    if tags[verb] == "V":
        return word in list_pasts() or word.endswith("ed")
    if word in ("has", "have"):  # "has sunk", but "has nine boats"
        return read_tag(tags, verb + 1) not in ("D", "N", "A", "#", "T")
    return word in _PAST_AUXILIARIES
