"""Who a subject phrase names."""

import pytest

from building import build_document
from claimdiff.extraction.speaker_names import names_nobody
from claimdiff.extraction.speakers import SpeakerIndex
from claimdiff.model import Speaker


def make_index(text: str) -> SpeakerIndex:
    return SpeakerIndex(build_document(text))


@pytest.mark.parametrize(
    ("phrase", "name", "role"),
    [
        ("Mara Voss", "Mara Voss", None),
        ("Harbour Minister Mara Voss", "Mara Voss", "Harbour Minister"),
        ("the town’s fisheries minister, Mara Voss,", "Mara Voss", "town’s fisheries minister"),
        ("Mara Voss, the director of the Ellery Aquarium,", "Mara Voss", "director of the Ellery Aquarium"),
        ("a spokesman in Port Ellery", "spokesman", None),
        ("U.N. Harbour Command", "U.N. Harbour Command", None),
        ("the Ellery Harbour Board", "Ellery Harbour Board", None),
        ("Ellery United’s Mara Voss", "Mara Voss", None),
        ("a statement from Mara Voss", "Mara Voss", None),
        ("the Ellery Harbour Department", "Ellery Harbour Department", None),
        ("The head of the Ellery Labour Party, Mara Voss,", "Mara Voss", "head of the Ellery Labour Party"),
        ("the family of famous rower Mara Voss", "family of famous rower Mara Voss", None),
        ("something Mara Voss", "Mara Voss", None),
        ("a furious Mara Voss", "Mara Voss", None),
        ("the People's Daily", "People's Daily", None),
    ],
)
def test_phrase_is_parted_into_name_and_role(phrase: str, name: str, role: str | None) -> None:
    """Title and apposition become the role, the person's name stays alone."""
    assert make_index(phrase).resolve(phrase) == Speaker(name, role)


@pytest.mark.parametrize("phrase", ["I", "we", "you", "who", "which", "he"])
def test_open_subjects_stay_open(phrase: str) -> None:
    """Nobody is guessed for first and second person, relatives, and pronouns without a person before."""
    assert make_index("Nobody spoke.").resolve(phrase) is None


def test_pronoun_points_to_the_last_person() -> None:
    """ "she" is the last person noted, bodies in between do not count."""
    index = make_index("Mara Voss and the Ellery Harbour Board met.")
    index.resolve("Mara Voss")
    index.resolve("the Ellery Harbour Board")
    assert index.resolve("she") == Speaker("Mara Voss", None)


def test_nested_speaker_leaves_no_trace() -> None:
    """A speaker inside what another says does not become "she"."""
    index = make_index("Mara Voss met Ada Vane.")
    index.resolve("Mara Voss")
    index.resolve("Ada Vane", remember=False)
    assert index.resolve("she") == Speaker("Mara Voss", None)


def test_company_is_the_body_named_most() -> None:
    """ "the company" is the body that the document is about."""
    index = make_index("Tidewell sank a barge. Tidewell paid. Tidewell moved on.")
    assert index.resolve("the company") == Speaker("Tidewell", None)


@pytest.mark.parametrize(
    ("name", "nobody"),
    [
        ("J", True),
        ("new", True),
        ("released", True),
        ("taken turns", True),
        ("faintest chance of", True),
        ("office last year", True),
        ("by EBC", True),
        ("most of the", True),
        ("hosting the Ellery Cup", True),
        ("Port Ellery ferries often generate", True),
        ("dinner show would've", True),
        ("rocket's central core", True),
        ("people familiar with the ferry", False),
        ("last year", True),
        ("military", False),
        ("published report", False),
        ("Ida Moro", False),
        ("year-old", False),
        ("Quay Street tram stop", True),
        ("Ellery bus station", True),
        ("Ellery radio station", False),
        ("Quay Street police station", False),
    ],
)
def test_a_phrase_cut_short_is_nobody(name: str, nobody: bool) -> None:
    """A letter, a quality, an act and a phrase that ends in a preposition speak to no one."""
    assert names_nobody(name) is nobody


def test_an_aged_citizen_is_the_person_spoken_of_last() -> None:
    """ "a 46-year-old South African" is no name: the person before is meant."""
    index = make_index("Mara Voss rowed.")
    index.resolve("Mara Voss")
    assert index.resolve("a 46-year-old South African") == Speaker("Mara Voss", None)


def test_a_pronoun_of_the_other_sex_means_nobody() -> None:
    """The last speaker is not "he" where the name is a woman's, nor is one company "they"."""
    index = make_index("Clara Voss rowed. Tidewell lost.")
    index.resolve("Clara Voss")
    index.resolve("Tidewell")
    assert index.resolve("he") is None
    assert index.resolve("she") == Speaker("Clara Voss", None)
    assert index.resolve("they") is None
    assert index.resolve("it") == Speaker("Tidewell", None)
