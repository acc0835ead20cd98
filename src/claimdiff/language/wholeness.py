"""How well a statement stands on its own: a whole sentence, one that leans on another, a torn piece."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from claimdiff.language.cues import SAY_VERBS
from claimdiff.language.inflection import IRREGULAR
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token, tokenize

#: What `rate_statement` returns, best first.
WHOLE, LEANING, TORN, HOLLOW = range(4)

_LEFT_OUT = "…"
_AUXILIARIES = word_set(
    """is are was were am has have had do does did will would can could may might must shall should cannot
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't
    shouldn't mustn't"""
)
_STANDING = word_set(
    "having being been stands stand stood remains remained appears appeared seems seemed gets got feels felt"
)
_NAMES = ("may", "will")  # of a month and of a man, where they have a capital
_ENCLITICS = ("'re", "'ll", "'ve", "'d", "'m")
_PRONOUNS = word_set("he she it they we i you this that these those there here who what one")
_ACTORS = word_set("i we you they he she it who")
_LEANING = _PRONOUNS | word_set(
    """his her its their our my your such so then further however meanwhile moreover
    additionally anyone anybody someone somebody everyone everybody nobody"""
)
_SHORTENED = frozenset(f"{word}'s" for word in ("he", "she", "it", "that", "there", "what", "who", "here"))
_PREPOSITIONS = word_set(
    """about above across after against along amid among around as at because before behind below between by
    despite during except following for from if in including inside into near of off on onto out over past
    per regarding since than through throughout to toward towards under until up upon via when where while
    whose which with within without although though unless"""
)
# A statement that opens with one of these starts in the middle of a sentence.
_LOOSE = (_PREPOSITIONS - word_set("above over near in at on out up")) | word_set(
    "and but or nor so are be been being had has have is was were didn't who whom how why whether"
)
_DETERMINERS = word_set(
    """a an the his her its their our my your this that these those some any no every each several many few
    more most all both another other two three four five six seven eight nine ten"""
)
_RELATIVE = word_set("which whose")
_OPENERS = word_set("who which where when whose whom that")
_OBJECTS = _DETERMINERS | word_set("him them us me it")
# No sentence ends with these: their noun or object is missing.
_ENDINGS_WITHOUT_END = (
    _DETERMINERS - word_set("this that these those his some all both more most other any")
) | (word_set("took made gave put had has have is was were brought and or anyone anybody"))
_BEFORE_NOUNS = (_DETERMINERS - _PRONOUNS) | _PREPOSITIONS
_NO_VERBS = _DETERMINERS | _PREPOSITIONS | word_set("us plus perhaps always besides afterwards less")
_NEVER_FINITE = word_set("based bound compared made called named used led held kept left")
# Verbs that tell nothing where neither words nor a thing said follow.
_REPORTING = word_set(
    "said says told tells tweeted wrote writes added reported announced commented remarked stated explained"
)
_SPEAKING = word_set("said says told tells wrote writes tweeted")
_TOLD = word_set("told tells")
_ADDRESSEE = 4
_TIMES = word_set("minute minutes hour hours day days week weeks month months year years")
_OPENED = {"even": ("as", "if", "though", "when"), "up": ("from", "by"), "down": ("from", "by")}
# What stands farther behind in a statement tells nothing more of it.
_LONGEST = 400
_FEW_WORDS, _MOST_WORDS = 3, 32  # of a whole statement
# Fewer words without a verb tell nothing ("Two years ago").
_FEWEST_WORDS = 5


def rate_statement(text: str) -> int:
    """Return how well a statement stands alone: WHOLE, LEANING, TORN or HOLLOW, from 0 for the best.

    LEANING opens with a pronoun, is a headline, a caption, very short or long; TORN has words left out, opens
    in the middle of a sentence or lacks a main verb; HOLLOW tells nothing ("Moro told the Gazette").
    """
    return _rate_line(" ".join(text.split()))


@lru_cache(maxsize=16384)
def _rate_line(text: str) -> int:
    tokens = [token for token in tokenize(text[:_LONGEST]) if token.text != '"']
    words = [token for token in tokens if token.text[0].isalnum()]
    finite = [at for at in range(len(tokens)) if _is_finite(tokens, at)]
    if not words or (_is_hollow(tokens, finite) if finite else len(words) < _FEWEST_WORDS):
        return HOLLOW
    if _is_headline(words) and _LEFT_OUT not in text:
        return LEANING
    if _LEFT_OUT in text or words[-1].lower in _ENDINGS_WITHOUT_END or _lacks_verb(tokens, finite):
        return TORN
    first = words[0].lower
    comma = next((at for at, token in enumerate(tokens) if token.text == ","), len(tokens))
    if first in _LOOSE:
        return LEANING if finite[-1] > comma + 1 and first in _PREPOSITIONS - _RELATIVE else TORN
    if _opens_loosely(tokens, finite) and (finite[-1] < comma or first in ("up", "down")):
        return TORN
    caption = first == "in" and any(word.lower == "photo" for word in words[:10])
    leaning = (
        caption or first in _LEANING or first in _SHORTENED or not _FEW_WORDS <= len(words) <= _MOST_WORDS
    )
    return LEANING if leaning else WHOLE


def _is_headline(words: Sequence[Token]) -> bool:
    """Tell whether the words have capitals as headlines have them."""
    capitals = sum(word.text[0].isupper() for word in words)
    small = any(word.text[0].islower() and len(word.text) > 4 for word in words)
    return not small and capitals >= max(3, len(words) / 2)


def _lacks_verb(tokens: Sequence[Token], finite: Sequence[int]) -> bool:
    """Tell whether no finite verb stands outside a relative clause ("The ferry, which burned on Friday")."""
    opening = next((at for at in range(1, len(tokens)) if tokens[at].lower in _OPENERS), None)
    if opening is None or not finite or finite[0] < opening:
        return not finite
    if tokens[opening - 1].text == ",":
        closing = next((at for at in range(opening, len(tokens)) if tokens[at].text == ","), len(tokens))
        return finite[-1] < closing
    return finite == [opening + 1]


def _opens_loosely(tokens: Sequence[Token], finite: Sequence[int]) -> bool:
    """Tell whether a statement opens without a subject: "Appeared to be", "Leaving it", "A day after"."""
    first = tokens[0].lower
    after = tokens[1].lower if len(tokens) > 1 else ""
    if first in _pasts() or first.endswith("ed"):
        return after in _OBJECTS or after in _PREPOSITIONS or after in ("or", "and")
    if after in _OPENED.get(first, ()) or (first.endswith("ly") and after == "to"):
        return True
    if first.endswith("ing"):
        return finite[0] > 3 and not tokens[0].text.isupper()
    return any(one.lower in _TIMES and two.lower in ("after", "before") for one, two in pairwise(tokens[:4]))


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word looks like a finite verb where it stands."""
    word = tokens[at].lower.replace("’", "'")
    if word in _AUXILIARIES or word in _SHORTENED or word.endswith(_ENCLITICS):
        return word not in _NAMES or tokens[at].text[0].islower()
    if not at or not tokens[at].text[0].islower() or word in _NO_VERBS:
        return False
    before = tokens[at - 1].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    if before in _BEFORE_NOUNS or before.endswith(("'s", "’s")) or after == "by":
        return False
    if (
        before in _AUXILIARIES
        or before in _STANDING
        or (before == "," and all(token.text != "," for token in tokens[: at - 1]))
    ):
        return False  # a participle: "was sunk", "The ferry, sunk in May"
    if word in _pasts():
        return word not in _NEVER_FINITE or after in _OBJECTS
    if word.endswith("ed") and not word.endswith("eed"):
        return word not in _NEVER_FINITE
    if before in _ACTORS:
        return word not in _BEFORE_NOUNS and not word.endswith(("ing", "ly"))
    if word.endswith("s") and not word.endswith(("ss", "us", "'s")):
        follows = tokens[at + 1].text if at + 1 < len(tokens) else "."
        named = follows[0].isalnum() and not follows[0].islower()
        return word in SAY_VERBS or named or after in _DETERMINERS or after.endswith("ly") or after == "to"
    return False


@cache
def _pasts() -> frozenset[str]:
    """Return the past forms of irregular verbs that are no base form."""
    return frozenset(forms[0] for lemma, forms in IRREGULAR.items() if lemma != "be" and forms[0] != lemma)


def _is_hollow(tokens: Sequence[Token], finite: Sequence[int]) -> bool:
    """Tell whether the last verb is one of saying with nothing said behind it."""
    if tokens[0].lower in _SPEAKING:
        return True
    last = finite[-1]
    verb = tokens[last].lower
    rest = [token for token in tokens[last + 1 :] if token.text[0].isalnum()]
    if not rest:
        passive = any(token.lower in _AUXILIARIES for token in tokens[max(0, last - 2) : last])
        # Behind another verb it is a noun or has that for its words: "rejects the claims", "if it continues".
        return verb in SAY_VERBS and not passive and len(finite) == 1
    if verb not in _REPORTING:
        return False
    if verb in _TOLD:
        passed = next((at for at, token in enumerate(rest) if token.lower in _PREPOSITIONS), len(rest))
        rest = rest[passed:] if passed <= _ADDRESSEE else rest
    return not rest or rest[0].lower in _PREPOSITIONS - {"as", "to", "of"}
