"""Verdicts on a draft: each rule on a sentence of its own, through the library's `check`."""

import pytest

from claimdiff import check
from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.model.verdict import Check, Verdict
from claimdiff.reading import read_text
from claimdiff.settings import Settings

GAZETTE = (
    "Crane falls on quay at Port Ellery\n"
    "A crane collapsed on the North Quay on Monday and injured six dockers, the harbour board said.\n"
    "The crane, built in 1998, had passed an inspection in March.\n"
    "“We heard a crack and then the whole thing came down,” said Asta Renn, a welder.\n"
    "The board has closed the quay to all ships.\n"
    "A worn cable may have caused the collapse, an engineer said.\n"
    "Harbour master Ines Calloway praised the rescue teams.\n"
)
POST = (
    "Six hurt as crane comes down\n"
    "Six dockers were injured on Monday when a crane collapsed at Port Ellery's North Quay.\n"
    "The mayor, Bram Tobin, denied that money for repairs had been cut.\n"
    "The union wants an inquiry.\n"
)


def make_source(text: str, name: str) -> Document:
    return read_text(text, path=f"{name}.txt", date="2031-03-04", label=name)


def check_text(text: str, *sources: Document, settings: Settings | None = None) -> Check:
    draft = read_text(text, path="draft.md", date="2031-03-05", markdown=True)
    found = sources or (make_source(GAZETTE, "Gazette"), make_source(POST, "Post"))
    return check(draft, list(found), settings)


def judge(text: str) -> Verdict:
    """Return the gravest verdict on a sentence."""
    order = ("CD3", "CD2", "CD1", "CD4", "CD9", "CD0")
    return min(check_text(text).verdicts, key=lambda one: order.index(one.rule[:3]))


@pytest.mark.parametrize(
    ("sentence", "rule", "words"),
    [
        ("Nine dockers were injured on Monday when a crane collapsed at the North Quay.", "CD201", "Nine"),
        ("The crane, built in 1989, had passed an inspection in March.", "CD202", "1989"),
        ("Asta Morrow praised the rescue teams as harbour master.", "CD203", "Asta Morrow"),
        ("The crane had failed an inspection in March.", "CD208", "failed"),
        ("The board has opened the quay to all ships.", "CD208", "opened"),
        ("“We heard a bang and then the whole thing came down,” said Asta Renn.", "CD301", "bang"),
        ("“I lost my lunch, my coat and my good temper,” said Asta Renn.", "CD302", ""),
        ("A helicopter flew the wounded sailors to a clinic in Brenn.", "CD101", ""),
    ],
)
def test_a_changed_detail_gets_its_rule(sentence: str, rule: str, words: str) -> None:
    """What was changed against the sources is named by kind, and the words at fault are marked."""
    verdict = judge(sentence)
    assert verdict.rule == rule, verdict.message
    marked = " ".join(sentence[span.start : span.end] for span in verdict.words)
    assert words in marked


@pytest.mark.parametrize(
    "sentence",
    [
        "A crane collapsed on the North Quay on Monday.",
        "Six dockers were hurt when a crane collapsed at Port Ellery.",
        "The crane was built in 1998.",
        "The quay is closed to all ships, the board said.",
        "“We heard a crack and then the whole thing came down,” Asta Renn said.",
        "Mayor Bram Tobin denied that money for repairs had been cut.",
        "The union wants an inquiry.",
    ],
)
def test_what_the_sources_say_raises_no_problem(sentence: str) -> None:
    """The sources' facts in other words, other order or with another form of a name are no problem."""
    bad = ("contradicted", "unsupported", "altered-quotation", "misattributed-quotation")
    assert [v for v in check_text(sentence).verdicts if v.verdict in bad] == []


def test_words_under_another_speaker_are_misattributed() -> None:
    """The sources' words given to somebody else are found, and the speaker is marked."""
    sentence = "“We heard a crack and then the whole thing came down,” said Ines Calloway."
    verdict = judge(sentence)
    assert verdict.verdict == "misattributed-quotation"
    assert [sentence[span.start : span.end] for span in verdict.words] == ["Ines Calloway"]


@pytest.mark.parametrize(
    ("source", "draft", "rule"),
    [
        ("Port Ellery police", "the NMB", "CD303"),
        ("the Danish prime minister", "the Danish home secretary", "CD303"),
        ("Port Ellery police", "police", "CD0"),
        ("Port Ellery police", "Police Chief Bram Tobin", "CD0"),
        ("the Danish Foreign Ministry", "the foreign ministry", "CD0"),
    ],
)
def test_words_of_another_body_are_misattributed(source: str, draft: str, rule: str) -> None:
    """Words of one body in another's mouth are found, and no fault where it is one body by another name."""
    told = make_source(f"“The two boats had no lights on that night,” {source} said on Monday.\n", "Gazette")
    verdicts = check_text(f"“The two boats had no lights on that night,” {draft} said.", told).verdicts
    assert max(one.rule for one in verdicts).startswith(rule), [one.message for one in verdicts]


def test_an_addition_is_marked_alone() -> None:
    """Of a sentence that is supported but for its tail, only the tail is a problem."""
    sentence = "The board has closed the quay to all ships and sold the crane to a Danish circus."
    problems = [v for v in check_text(sentence).verdicts if v.verdict == "unsupported"]
    assert problems
    assert all("circus" in sentence[span.start : span.end] for v in problems for span in v.spans)


def test_questions_are_not_checkable() -> None:
    """There is nothing to check in a question."""
    assert judge("Will the quay ever open again?").verdict == "not-checkable"


def test_every_claim_has_one_verdict_with_evidence_in_the_sources() -> None:
    """One verdict a claim, spans inside its sentence, evidence that quotes a source."""
    done = check_text("A crane collapsed on Monday and injured nine dockers. The union wants an inquiry.")
    draft, *sources = done.documents
    texts = {source.id: source.text for source in sources}
    mine = [claim for claim in done.claims if claim.document_id == draft.id]
    assert [v.claim_id for v in done.verdicts] == [claim.id for claim in mine]
    for verdict in done.verdicts:
        assert len(draft.text[verdict.spans[0].start : verdict.spans[-1].end].splitlines()) == 1
        for one in verdict.evidence:
            assert all(texts[one.document_id][span.start : span.end] for span in one.spans)


def test_the_order_of_sources_changes_no_verdict() -> None:
    """Sources given the other way round give the same verdicts."""
    text = "Nine dockers were hurt on Tuesday. The crane was built in 1989. The union wants an inquiry."
    one = check_text(text, make_source(GAZETTE, "Gazette"), make_source(POST, "Post"))
    two = check_text(text, make_source(POST, "Post"), make_source(GAZETTE, "Gazette"))
    assert [(v.rule, v.words) for v in one.verdicts] == [(v.rule, v.words) for v in two.verdicts]


def test_selection_and_comments_silence() -> None:
    """An ignored rule and a commented paragraph move a verdict to `ignored`."""
    text = "Nine dockers were injured on Monday when a crane collapsed at the North Quay."
    assert [v.rule for v in check_text(text, settings=Settings(ignore=("CD2",))).ignored] == ["CD201"]
    commented = check_text(f"{text} <!-- claimdiff: ignore CD201 the board rang us -->\n")
    assert [v.rule for v in commented.ignored] == ["CD201"]
    assert all(v.rule != "CD201" for v in commented.verdicts)


def test_a_draft_without_sources_is_an_input_error() -> None:
    """There must be something to check against."""
    with pytest.raises(InputError, match="--against"):
        check_text(
            "A crane fell.", read_text("A crane fell.", path="draft.md", date="2031-03-05", markdown=True)
        )


LEDGER = (
    "The ferry Saint Orla carried salmon and rice to the island on Friday.\n"
    "The harbour board expects the quay to reopen in May.\n"
    "Takings rose to 40,000 crowns in the third quarter.\n"
    "The PEHT runs the ferry for the town.\n"
    "Asta Renn, a welder, repaired the ramp.\n"
)


@pytest.mark.parametrize(
    ("sentence", "rule", "words"),
    [
        ("The ferry Saint Orla carried tuna and rice to the island on Friday.", "CD208", "tuna"),
        ("The harbour board does not expect the quay to reopen in May.", "CD205", "not"),
        ("The ferry Saint Orla never carried salmon and rice to the island.", "CD205", "never"),
        ("Bruno Renn, a welder, repaired the ramp.", "CD203", "Bruno Renn"),
    ],
)
def test_one_word_that_turns_a_sentence_is_found(sentence: str, rule: str, words: str) -> None:
    """Another thing of the kind, a denial of one's own and another given name are errors, at those words."""
    draft = check_text(sentence, make_source(LEDGER, "Ledger"))
    verdict = next(one for one in draft.verdicts if one.rule == rule)
    assert any(words in sentence[span.start : span.end] for span in verdict.words)


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay is forecast to reopen in May.",
        "The harbour board anticipates that the quay will reopen in May.",
        "Takings rose to 40,000 crowns in Q3.",
        "The Port Ellery Harbour Trust runs the ferry for the town.",
        "The town-owned ferry Saint Orla carried salmon to the island on Friday.",
    ],
)
def test_other_words_for_it_are_no_error(sentence: str) -> None:
    """A forecast in other words, a quarter's short name and a name spelt out are not held against a draft."""
    draft = check_text(sentence, make_source(LEDGER, "Ledger"))
    assert {one.verdict for one in draft.verdicts} <= {"supported", "unsure"}


def test_a_wrong_date_shows_only_the_sources_that_have_another() -> None:
    """The message names both values, and every sentence shown as saying otherwise holds the other value."""
    sentence = "Six dockers were injured on Friday when a crane collapsed at the North Quay."
    done = check_text(sentence)
    verdict = next(one for one in done.verdicts if one.rule == "CD202")
    assert "Monday" in verdict.message and "Friday" in verdict.message
    texts = {document.id: document.text for document in done.documents}
    shown = [texts[one.document_id][one.spans[0].start : one.spans[0].end] for one in verdict.evidence]
    assert shown and all("Monday" in text for text in shown)


def test_a_claim_without_marked_words_speaks_of_none() -> None:
    """Where the sources only come near and no word stands out, the message does not point to marked words."""
    sources = (
        make_source(
            "A charter boat sank in the reeds of the county's north west soon after leaving port, killing the"
            " two sailors on board, the board said.\nThe board opened an inquiry.\n",
            "Gazette",
        ),
        make_source("A small boat sank on Sunday in northwest Skerra and killed 12 people.\n", "Post"),
    )
    (verdict,) = check_text("A small charter boat went down on Sunday.", *sources).verdicts
    assert (verdict.rule, verdict.words) == ("CD901", ())
    assert verdict.message == "the sources only come near to this"


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Five of the dead sailors belonged to one family.", "CD901"),
        ("One ship of the board sank on Monday.", "CD001"),
        ("One person was taken to hospital in Brenn.", "CD201"),
    ],
)
def test_one_is_a_figure_where_the_sources_count_the_same(sentence: str, rule: str) -> None:
    """ "One family" beside "a family" is no wrong number; "one person" beside "two people" is."""
    sources = (
        make_source(
            "A family from Skerra said that five of the dead sailors were their relatives.\n", "Gazette"
        ),
        make_source(
            "Two people were taken to hospital in Brenn. A ship of the board sank on Monday.\n", "Post"
        ),
    )
    (verdict,) = check_text(sentence, *sources).verdicts
    assert verdict.rule == rule


@pytest.mark.parametrize(
    ("sentence", "rule", "words"),
    [
        ("At least nine people were killed on Wednesday.", "CD201", "At least nine"),
        ("At least seven people were killed on Wednesday.", "CD001", ""),
        ("The ferry struck the pier in a sharp right-hand turn.", "CD208", "right-hand"),
        ("Asta Renn, a welder, was treated for leg injuries.", "CD208", "leg"),
        ("Asta Renn, a welder, was treated for rib injuries.", "CD001", ""),
        ("Asta Renn, a carpenter, was treated in Brenn.", "CD208", "a carpenter"),
    ],
)
def test_a_bound_a_side_and_a_thing_of_one_kind_are_held_against_the_sources(
    sentence: str, rule: str, words: str
) -> None:
    """More than anybody counts, the other side and another part of the body are not what the sources say."""
    text = (
        "At least seven people were killed on Wednesday when a ferry hit a pier at Port Ellery.\n"
        "The ferry struck the pier in a sharp, left-hand turn.\n"
        "Asta Renn, a welder, was treated in Brenn for rib injuries.\n"
    )
    other = "A fox bit a dog in the leg on Skerra. Its owner, Ada Moro, wants the island rid of foxes.\n"
    draft = check_text(sentence, make_source(text, "Gazette"), make_source(other, "Post"))
    verdict = next(one for one in draft.verdicts if one.rule == rule)
    assert [draft.documents[0].quote(span) for span in verdict.words] == ([words] if words else [])


@pytest.mark.parametrize(("role", "rule"), [("harbour master", "CD001"), ("treasurer", "CD901")])
def test_a_role_that_no_source_gives_is_not_supported(role: str, rule: str) -> None:
    """What a draft says in passing of somebody is supported only where some source says so."""
    draft = check_text(f"Ines Calloway, the {role} of the harbour board, praised the rescue teams.")
    (verdict,) = [one for one in draft.verdicts if one.statement.startswith("Ines Calloway is")]
    assert verdict.rule == rule
