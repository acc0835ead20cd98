"""The closed word lists."""

from claimdiff.language.cues import (
    HEDGES,
    LEXICAL_DENIALS,
    NEGATIONS,
    SAY_VERBS,
    STOPWORDS,
)
from claimdiff.language.inflection import inflect_verb


def test_say_verbs_know_every_form() -> None:
    """Irregular, doubled and regular forms lead to the lemma and its kind."""
    assert [SAY_VERBS[form].lemma for form in ("said", "denies", "admitted", "telling", "vowed")] == [
        "say",
        "deny",
        "admit",
        "tell",
        "vow",
    ]
    assert SAY_VERBS["denying"].act == "denied"


def test_forms_are_spelled_right() -> None:
    """Final e, y and consonants change as English spells them."""
    assert inflect_verb("deny") == ("deny", "denies", "denied", "denying")
    assert "stopped" in inflect_verb("stop")
    assert "visited" in inflect_verb("visit")
    assert "explaining" in inflect_verb("explain")


def test_lists_do_not_contradict_each_other() -> None:
    """A hedge is no negation, and no negation is a mere stop word."""
    assert not HEDGES & NEGATIONS
    assert not NEGATIONS & STOPWORDS


def test_denials_hold_inflections() -> None:
    """Lexical denials are listed with their forms."""
    assert {"denied", "rejects", "failing", "refused"} <= LEXICAL_DENIALS
