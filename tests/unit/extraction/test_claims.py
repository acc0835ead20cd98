"""Whole documents in, atomic claims out."""

import pytest

from building import build_document
from claimdiff.extraction import extract_claims
from claimdiff.model import Block, Claim, Document, ReferenceDate, Section


def lay_out(*blocks: tuple[str, str]) -> Document:
    """Return a document of (kind, text) blocks, one a line, under one heading's section."""
    text, made, at = "", [], 0
    for kind, line in blocks:
        section = 0 if any(k == "heading" for k, _ in blocks) and kind != "title" else None
        made.append(Block(at, at + len(line), kind, section))  # type: ignore[arg-type]
        text += line + "\n"
        at = len(text)
    heading = next((line for kind, line in blocks if kind == "heading"), None)
    return build_document(
        text,
        reference_date=ReferenceDate("2031-05-08", "metadata"),
        blocks=tuple(made),
        sections=(Section(heading, 0, len(text)),) if heading else (),
    )


def quotes(document: Document, claims: tuple[Claim, ...]) -> list[str]:
    """Return what the claims quote, parts joined."""
    return [" … ".join(document.quote(span) for span in claim.spans) for claim in claims]


def extract_quotes(text: str) -> list[str]:
    """Return the quotes of the claims of one paragraph."""
    document = lay_out(("paragraph", text))
    return quotes(document, extract_claims(document))


def test_coordinated_predicates_and_participles_are_claims_of_their_own() -> None:
    """Each predicate that shares a subject asserts something of its own."""
    text = "A trawler struck the old pier at Port Ellery, killing two dockers and injuring nine."
    assert extract_quotes(text) == [
        "A trawler struck the old pier at Port Ellery",
        "killing two dockers",
        "injuring nine",
    ]


def test_subordinate_clauses_are_cut_without_their_conjunction() -> None:
    """What happened after something else is a claim, the word "after" is not."""
    text = "The harbour was closed after a crane fell into the water."
    assert extract_quotes(text) == ["The harbour was closed", "a crane fell into the water"]


def test_coordinated_nouns_stay_whole() -> None:
    """“between the town and the island” is one place, not two claims."""
    text = "The ferry runs between the town and the island."
    assert extract_quotes(text) == ["The ferry runs between the town and the island"]


def test_conditionals_stay_one_claim() -> None:
    """A condition and what depends on it are only true together."""
    text = "The mayor will resign if the inquiry finds a mistake."
    assert extract_quotes(text) == ["The mayor will resign if the inquiry finds a mistake"]


def test_the_attribution_stays_out_of_the_claim() -> None:
    """Who says it is the speaker, not part of what is said."""
    document = lay_out(("paragraph", "The pier was unsafe, harbour master Peter Moro said on Monday."))
    claims = extract_claims(document)
    assert quotes(document, claims) == ["The pier was unsafe"]
    assert claims[0].speaker is not None
    assert "Moro" in claims[0].speaker.name
    assert claims[0].speech == "indirect"
    assert claims[0].attribution is not None


def test_a_denial_keeps_its_verb_and_is_negated() -> None:
    """“denied that” turns what follows round, so it stays in the claim."""
    document = lay_out(("paragraph", "The council denied that the pier was unsafe."))
    claims = extract_claims(document)
    assert quotes(document, claims) == ["The council denied that the pier was unsafe"]
    assert claims[0].polarity == "negated"


def test_what_is_denied_is_nobody_s_claim() -> None:
    """Speech reported inside a denial is not affirmed."""
    document = lay_out(("paragraph", "The council denied that Ada Ruiz said the pier was safe."))
    claims = extract_claims(document)
    assert [claim.polarity for claim in claims] == ["negated"]


def test_a_doubt_keeps_its_verb() -> None:
    """“she doubts” inside reported speech belongs to what is said, negated."""
    document = lay_out(("paragraph", "Ada Ruiz said on Monday she doubts the pier will last."))
    claims = extract_claims(document)
    assert quotes(document, claims)[-1] == "she doubts the pier will last"
    assert claims[-1].polarity == "negated"


def test_headings_are_no_claims_titles_and_captions_are() -> None:
    """A heading names its section; the title and a caption assert."""
    document = lay_out(
        ("title", "Trawler strikes pier in Port Ellery"),
        ("heading", "What we know"),
        ("caption", "Divers searched the harbour on Tuesday"),
    )
    claims = extract_claims(document)
    assert quotes(document, claims) == [
        "Trawler strikes pier in Port Ellery",
        "Divers searched the harbour on Tuesday",
    ]
    assert [claim.headline for claim in claims] == [True, False]
    assert [claim.section for claim in claims] == [None, "What we know"]


def test_ids_are_unique_and_the_same_each_time() -> None:
    """Ids derive from content alone, also where a sentence is printed twice."""
    document = lay_out(("paragraph", "The pier fell."), ("paragraph", "The pier fell."))
    first, second = extract_claims(document), extract_claims(document)
    assert first == second
    assert len({claim.id for claim in first}) == len(first) == 2


def test_a_document_without_blocks_has_no_claims() -> None:
    """Nothing in, nothing out."""
    assert extract_claims(lay_out()) == ()


def test_quantities_and_dates_lie_in_the_claim_that_states_them() -> None:
    """A figure belongs to the clause that holds it."""
    document = lay_out(
        ("paragraph", "On Monday the storm sank at least 12 boats, and 300 people left the town.")
    )
    claims = extract_claims(document)
    assert [[item.value for item in claim.quantities] for claim in claims] == [[12.0], [300.0]]
    assert claims[0].quantities[0].comparison == "at least"
    assert [day.value for day in claims[0].dates] == ["2031-05-05/2031-05-05"]


def test_a_participle_keeps_its_place() -> None:
    """Where a thing lies belongs to the thing, not to the end of its clause."""
    text = "A fire swept a ferry moored at Port Ellery on Tuesday evening."
    assert extract_quotes(text) == [text.rstrip(".")]


def test_a_name_with_two_descriptions_makes_a_claim_of_each() -> None:
    """What lies between commas is told once, and none of it twice."""
    assert extract_quotes("Mara Voss, the mayor of Ellery, who voted against the plan, resigned in May.") == [
        "Mara Voss, the mayor of Ellery",
        "who voted against the plan",
        "resigned in May",
    ]


def test_an_institution_keeps_its_plural_owner() -> None:
    """The union of the seafarers is called so, not by the last word of its name."""
    assert extract_quotes("The Seafarers' Federation, which represents the crew, met on Monday.") == [
        "The Seafarers' Federation, which represents the crew",
        "met on Monday",
    ]


def test_adjectives_and_adverbs_in_a_row_are_not_parted() -> None:
    """A comma or "and" between two words for one thing ends no clause."""
    assert extract_quotes("The tram was passing a sharp, left-hand curve.") == [
        "The tram was passing a sharp, left-hand curve"
    ]
    assert extract_quotes("The crews worked tirelessly and quickly with the town.") == [
        "The crews worked tirelessly and quickly with the town"
    ]


def test_what_is_only_awaited_is_not_told() -> None:
    """Nobody says that the sea is calm where somebody will wait until it is."""
    assert extract_quotes("The crews will wait until the sea is calm.") == [
        "The crews will wait until the sea is calm"
    ]
    for joint in ("before", "once"):
        text = f"The crews could agree on a plan {joint} a truce is in place."
        assert extract_quotes(text) == [text.removesuffix(".")]
    assert extract_quotes("The pier was closed until police arrived.") == [
        "The pier was closed",
        "police arrived",
    ]


def test_a_date_is_not_parted_from_its_year() -> None:
    """The comma inside a date ends no clause."""
    text = "Mara Voss spoke to the council on November 8, 2017 in Port Ellery."
    assert extract_quotes(text) == [text.rstrip(".")]


def test_a_condition_behind_a_lead_in_keeps_what_depends_on_it() -> None:
    """What only holds if something happens is not told without the condition."""
    text = "As the mayor said before, if the crews won't come, we will."
    assert extract_quotes(text)[-1].endswith("if the crews won't come, we will")


@pytest.mark.parametrize(
    ("text", "statement", "speaker"),
    [
        ("The army said he “acted well” on the pier.", "He “acted well” on the pier", "army"),
        (
            "Mara Voss said that charges of theft by local crews “do not accord with facts”.",
            "Charges of theft by local crews do not accord with facts",
            "Mara Voss",
        ),
        (
            "A clerk confirmed the deaths of “several sailors”.",
            "A clerk confirmed the deaths of several sailors",
            "",
        ),
        (
            "The talks came after what the mayor says was an attack.",
            "The talks came after what the mayor says was an attack",
            "",
        ),
        (
            "One picture shows a tanker called Ellery tied to a pier.",
            "One picture shows a tanker called Ellery tied to a pier",
            "",
        ),
        (
            "The Herald first reported on the new offer on Sunday.",
            "The Herald first reported on the new offer on Sunday",
            "",
        ),
        (
            "The town mended both the official weather board and its twin.",
            "The town mended both the official weather board and its twin",
            "",
        ),
        (
            "Harbour Lines (HL) said the toll will rise by a third.",
            "The toll will rise by a third",
            "Harbour Lines",
        ),
        ("Asta Moro reported weeks ago that the crew was tired.", "The crew was tired", "Asta Moro"),
        (
            "The board said on Friday its second plan was final.",
            "The board's second plan was final",
            "board",
        ),
        ("On the radio, the mayor said that the pier was shut.", "On the radio, the mayor said", ""),
        ("Mayor Ines Calloway tweeted that the pier was shut.", "Mayor Ines Calloway tweeted", ""),
    ],
)
def test_frames_leave_whole_what_they_report(text: str, statement: str, speaker: str) -> None:
    """A frame is taken out of a claim only where it stands apart, with nothing of the claim in it."""
    claims = extract_claims(lay_out(("paragraph", text)))
    found = {(claim.statement, claim.speaker.name if claim.speaker else "") for claim in claims}
    assert (statement, speaker) in found


def test_the_words_before_a_noun_of_saying_keep_it() -> None:
    """A noun that a report follows belongs to the claim that needs it too."""
    quoted = extract_quotes(
        "The row follows the mayor's anger regarding a town report that ships carried oil."
    )
    assert "The row follows the mayor's anger regarding a town report" in quoted
    assert "ships carried oil" in quoted


@pytest.mark.parametrize(
    "text",
    [
        "The crew saw, generally speaking, signs of rot and rust.",
        "The plan is, strictly speaking, against the rules.",
        "The strike comes as the port opens a new pier.",
        "The warning came after two boats had sunk.",
    ],
)
def test_asides_and_words_of_coming_make_no_claim_of_their_own(text: str) -> None:
    """What only qualifies a clause, or says when it comes, stays with it."""
    assert extract_quotes(text) == [text.removesuffix(".")]
