"""Which office or body a speaker's name speaks for."""

from functools import lru_cache

from msgspec import Struct

from claimdiff.language.cues import STOPWORDS
from claimdiff.language.name_words import ROLES
from claimdiff.language.names import canonical_place
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import fold, strip_possessive, tokenize

#: Words of a name that say by office who speaks: another outlet may give the name.
SPOKEN_FOR = word_set(
    """spokesman spokeswoman spokesperson spokespeople ministry minister official officials department police
    government army military authority authorities company committee council commission agency office court
    union federation party bank airline hospital university statement report organiser organisers organizers
    president mayor governor chief director head secretary leader lawyer prosecutor source sources"""
)
_BODIES = word_set(
    """police ministry department office council committee commission agency court union federation party bank
    airline airlines airways hospital university army navy military brigade bureau board authority company
    corporation association institute society parliament senate congress embassy"""
)
# Who speaks for some body of a place, whichever it is.
_VAGUE = word_set(
    """spokesman spokeswoman spokesperson spokespeople official officials authority authorities government
    administration state statement report source sources"""
)
# Capitals that name a place, a rank or many bodies at once, and no one body.
_NO_BODY = word_set("us usa uk uae eu un pm mp mps ceo cfo coo dc dr mr mrs ms tv jr sr ii iii iv")
_LONGEST_ACRONYM = 6
# Any number of people, whoever they are: the name of nobody, also with a capital.
_ANYBODY = word_set(
    """investigators detectives officers officials authorities witnesses residents neighbours neighbors locals
    relatives friends colleagues experts analysts scientists researchers astronomers doctors medics rescuers
    firefighters survivors passengers critics campaigners activists protesters supporters fans lawyers
    prosecutors organisers organizers sources"""
)
_UNSAID = STOPWORDS | word_set("he she they it him her them who i we")
# Bodies and countries that are other words in small letters.
_CAPITALS = ("US", "WHO")
# What a minister or secretary is there for, by its common name.
_PORTFOLIOS = {
    word: names.split()[0]
    for names in (
        "interior home",
        "foreign",
        "defence defense",
        "finance treasury",
        "transport transportation",
        "trade commerce",
        "labour labor",
        *"health justice education energy agriculture environment culture housing security".split(),
    )
    for word in names.split()
}
_OFFICES = {
    "prime minister": ("prime minister",),
    "premier": ("prime minister",),
    "first minister": ("first minister",),
    "president": ("president",),
    "vice-president": ("vice president",),
    "vice president": ("vice president",),
    # The one of a country is its head of government, that of another keeps its money.
    "chancellor": ("chancellor", "finance"),
    "attorney general": ("attorney general", "justice"),
    "secretary of state": ("foreign",),
    "secretary general": ("secretary general",),
    "secretary-general": ("secretary general",),
    "mayor": ("mayor",),
    "governor": ("governor",),
    "sheriff": ("sheriff",),
    "ambassador": ("ambassador",),
}
# Beside an office: somebody who does not hold it.
_BESIDE = word_set(
    """deputy former ex acting shadow then late wife husband son daughter brother sister mother father family
    lawyer aide aides adviser advisor advisers advisors candidate opponent critics supporters cabinet elect"""
)
_HOLDERS = ("minister", "secretary")


class Voice(Struct, frozen=True, gc=False):
    """What a speaker's name says of who speaks; all words are folded.

    `words` carry meaning, `proper` of them are capitalised and `own` tell it from others of its kind. `core`
    are the words without places and whose voice it is ("foreign", "ministry").
    `places` are the countries it names, `offices` what a holder is called, `acronym` the letters of a body
    or nothing. `person` is true for the name of somebody, `body` where it is that of a body.
    """

    words: frozenset[str]
    proper: frozenset[str]
    own: frozenset[str]
    core: frozenset[str]
    places: frozenset[str]
    offices: frozenset[str]
    acronym: str
    initials: str
    person: bool
    body: bool


@lru_cache(maxsize=8192)
def read_voice(name: str) -> Voice:
    """Read a speaker's name as it stands in an attribution."""
    texts = [strip_possessive(token.text) for token in tokenize(name) if token.text[0].isalnum()]
    told = [text for text in texts if text in _CAPITALS or text.lower() not in _UNSAID]
    words = [fold(text) for text in told]
    capitalised = frozenset(fold(text) for text in told if text[0].isupper())
    if len(words) == 1:
        capitalised -= _ANYBODY
    placed = {fold(text): place for text in told if text[0].isupper() and (place := canonical_place(text))}
    own = capitalised - SPOKEN_FOR - ROLES - _BODIES - _VAGUE - placed.keys()
    acronyms = [text for text in told if _is_acronym(text)]
    ends_in_name = bool(told) and words[-1] in own and not _is_acronym(told[-1])
    named_body = not _BODIES.isdisjoint(words)
    return Voice(
        words=frozenset(words),
        proper=capitalised,
        own=own,
        core=frozenset(words) - _VAGUE - placed.keys(),
        places=frozenset(placed.values()),
        offices=read_offices([text.lower() for text in texts]),
        acronym=fold(acronyms[0]) if len(acronyms) == 1 else "",
        initials="".join(word[0] for word in words),
        person=ends_in_name,
        body=named_body and not ends_in_name,
    )


def read_offices(words: list[str]) -> frozenset[str]:
    """Return the offices that a name's words, in small letters, give; none where who speaks is beside one."""
    if not _BESIDE.isdisjoint(words):
        return frozenset()
    found: set[str] = set()
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word == "president" and before == "vice":
            continue
        for size in (1, 2, 3):
            found.update(_OFFICES.get(" ".join(words[at : at + size]), ()))
        if word in _HOLDERS:
            after = (
                words[at + 2] if words[at + 1 : at + 2] in (["of"], ["for"]) and at + 2 < len(words) else ""
            )
            found.update(_PORTFOLIOS[one] for one in (before, after) if one in _PORTFOLIOS)
    return frozenset(found)


def is_vague(voice: Voice) -> bool:
    """Tell whether a voice may be that of any body of its place ("Sorrel officials" of no known body)."""
    return not voice.core


def spells(acronym: str, voice: Voice) -> bool:
    """Tell whether letters are the initials of a voice's words."""
    return len(acronym) > 1 and acronym == voice.initials


def may_spell(acronym: str, voice: Voice) -> bool:
    """Tell whether letters can stand for a voice's words, some left out on one side."""
    return set(voice.initials) <= set(acronym) or set(acronym) <= set(voice.initials)


def _is_acronym(text: str) -> bool:
    return (
        2 <= len(text) <= _LONGEST_ACRONYM
        and text.isalpha()
        and text.isupper()
        and text.lower() not in _NO_BODY
    )
