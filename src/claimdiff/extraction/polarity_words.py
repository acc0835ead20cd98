"""The words by which a claim denies or hedges, and the quick looks that spare most claims the search."""

from claimdiff.extraction.word_forms import watch
from claimdiff.language import cues
from claimdiff.language.cues import HEDGE_PHRASES
from claimdiff.language.inflection import inflect_verb

# Verbs that deny what their object or complement says.
DENYING = frozenset(
    form
    for lemma in (
        "deny reject refuse decline debunk refute rebut rebuff disprove dispute disavow repudiate"
        " doubt".split()
    )
    for form in inflect_verb(lemma)
)
# These deny what is alleged; people are dismissed as well.
DISMISSING = frozenset({"dismiss", "dismisses", "dismissed", "dismissing"})
REJECTING = DENYING | DISMISSING
ALLEGATIONS = frozenset(
    "claim claims suggestion suggestions report reports rumour rumor rumours rumors allegation allegations"
    " accusation accusations idea notion speculation theory theories".split()
)
DENIAL_NOUNS = frozenset("denial refusal rejection".split())
FALSE = frozenset(
    "false untrue baseless unfounded groundless nonexistent non-existent unable impossible fake"
    " bogus fictitious".split()
)
FAILING = frozenset("fail fails failed failing".split())
UNDOING = frozenset({"keep"})
_WEAK = frozenset("hardly scarcely barely rarely seldom".split())
NEGATIONS = cues.NEGATIONS | _WEAK | {"n't", "noone"}
# "denied access" withholds a thing; it denies no statement.
WITHHELD = frozenset(
    "access entry permission bail asylum visas visa request requests parole leave admission".split()
)
# After "not" these words add instead of denying: "not only", "not just".
ADDING = frozenset("only just merely simply necessarily long far".split())
NO_DENIAL = frozenset("doubt matter longer-term later sooner less fewer more earlier".split())
MODAL_HEDGES = frozenset("may might could".split())
_NOT_HEDGES = frozenset(
    "roughly suspect suspects think thinks thought estimate estimated indicate indicated fear fears"
    " speculation".split()
)
HEDGES = cues.HEDGES - _NOT_HEDGES
SEEING = frozenset(
    "see hear feel find believe tell get do reach help stop move go walk breathe speak".split()
)
# What a claim with such a phrase holds, its last longest word: looking for that first spares most the search.
PHRASE_KEYS = {max(reversed(phrase.replace("-", " ").split()), key=len) for phrase in HEDGE_PHRASES}
TRIGGERS = NEGATIONS | REJECTING | FAILING | DENIAL_NOUNS | FALSE | {"instead"}

#: Flags of the words that may negate a claim ("don't" holds a "t"), or take certainty away.
NEGATING = watch(TRIGGERS | {"cannot", "t"})
HEDGING = watch(HEDGES | PHRASE_KEYS)
