"""Names, titles, and when two names are one."""

import pytest

from claimdiff.language.names import (
    canonical_place,
    find_names,
    gender_of,
    place_within,
    same_name,
    split_title,
)


def named(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in find_names(text)]


def test_titles_stay_outside_the_name() -> None:
    """A name is the name alone, with the title beside it."""
    (name,) = find_names("Then Harbour Minister Ada Moro's boat came.")
    assert (name.text, name.kind) in {("Ada Moro", "person"), ("Harbour Minister Ada Moro", "person")}


def test_offsets_quote_the_text() -> None:
    """The offsets of a name quote it, without possessive."""
    text = "On Monday President Ruiz's envoy met Lena Dahl in Oslo."
    assert [text[name.start : name.end] for name in find_names(text)] == ["Ruiz", "Lena Dahl", "Oslo"]


def test_the_first_word_of_a_sentence_is_not_yet_a_name() -> None:
    """Capitals at the beginning of a sentence prove nothing for common words."""
    assert named("Officials waited. The boat sank. Nearly all swam.") == []


def test_kinds_follow_the_evidence() -> None:
    """Titles show people, tables show places, ending words show organisations."""
    assert named("the mayor met Senator Pia Holm, Norway and the Harbour Council") == [
        ("Pia Holm", "person"),
        ("Norway", "place"),
        ("Harbour Council", "organisation"),
    ]


def test_an_institution_may_be_named_after_its_members() -> None:
    """The plural possessive belongs to the union's name, that of a person or a team does not."""
    assert named("they met the Seafarers' Federation, the Rangers' John Moro and the Dockers’ Union") == [
        ("Seafarers' Federation", "organisation"),
        ("Rangers", "unknown"),
        ("John Moro", "person"),
        ("Dockers’ Union", "organisation"),
    ]


def test_of_joins_only_institutions() -> None:
    """ "University of Oslo" is one name, "Moro of Norway" two."""
    assert [text for text, _ in named("the University of Oslo and Ada Moro of Norway")] == [
        "University of Oslo",
        "Ada Moro",
        "Norway",
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Moro", "Ada Moro"),
        ("President Ada Moro", "Ada Moro"),
        ("Räikkönen", "Kimi Raikkonen"),
        ("Joe Dahl", "Joseph Dahl"),
        ("A. Moro", "Ada Moro"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("US", "United States"),
        ("U.S.", "America"),
        ("UN", "United Nations"),
        ("Ericsson", "Marcus Ericson"),
    ],
)
def test_these_are_one_name(left: str, right: str) -> None:
    """Surnames, titles, accents, acronyms and one letter do not part a name."""
    assert same_name(left, right)


@pytest.mark.parametrize(
    ("left", "right"), [("Ada Moro", "Bo Moro"), ("China", "Chile"), ("Moro", "Dahl"), ("", "Moro")]
)
def test_these_are_two_names(left: str, right: str) -> None:
    """Different given names, countries and surnames are different."""
    assert not same_name(left, right)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Chinese", "china"), ("Beijing", "china"), ("the U.S.", "united states"), ("Lyon", ""), ("us", "")],
)
def test_countries_by_any_form(name: str, country: str) -> None:
    """Names, adjectives and capitals lead to the country; other cities and pronouns do not."""
    assert canonical_place(name) == country


def test_places_lie_in_countries() -> None:
    """A city or state lies within its country, never within another."""
    assert place_within("Lyon", "France")
    assert not place_within("Lyon", "Spain")


def test_gender_is_told_by_name_or_title() -> None:
    """Given names and courtesy titles tell; surnames do not."""
    assert (gender_of("Maria Moro"), gender_of("Mr Moro"), gender_of("Moro")) == ("female", "male", None)


def test_a_bare_title_stays_a_name() -> None:
    """Nothing is split off where nothing would be left."""
    assert split_title(["President"]) == ([], ["President"])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("US Secretary of State Ada Moro", "Ada Moro"),
        ("Deputy Foreign Minister Ada Moro", "Ada Moro"),
        ("Costa Rican President Ada Moro", "Ada Moro"),
        ("Secretary of Defense Moro", "Moro"),
        ("Foreign Ministry", "Foreign Ministry"),
        ("Democratic Party", "Democratic Party"),
    ],
)
def test_offices_are_split_off_whole(words: str, name: str) -> None:
    """The whole office comes off; institutions are no offices."""
    assert " ".join(split_title(words.split())[1]) == name


def test_may_behind_a_given_name_is_a_surname() -> None:
    """ "Theresa May" is a name; the verb and the month are none."""
    found = find_names("The mayor, Clara May, said it may rain in May.")
    assert [name.text for name in found] == ["Clara May"]
