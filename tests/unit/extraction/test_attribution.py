"""Who says what."""

import pytest

from building import build_document, lay_blocks
from claimdiff.extraction import cue_choice
from claimdiff.extraction.attribution import Attributed, find_attributions
from claimdiff.model import Document


def make_document(text: str, first: str = "paragraph") -> Document:
    return build_document(text, blocks=lay_blocks(text, first))


def read(text: str, first: str = "paragraph") -> list[tuple[str | None, str]]:
    """Return speaker and content of every attribution, marks and white space at the ends dropped."""
    document = make_document(text, first)
    return [
        (row.speaker.name if row.speaker else None, content_of(document, row))
        for row in find_attributions(document)
    ]


def content_of(document: Document, row: Attributed) -> str:
    return " / ".join(document.quote(span).strip(" “”\"'‘’.,") for span in row.content)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Mara Voss said the pier was closed.", "Mara Voss", "the pier was closed"),
        ("Mara Voss said on Friday that the pier was closed.", "Mara Voss", "the pier was closed"),
        ("Mara Voss told reporters the pier was closed.", "Mara Voss", "the pier was closed"),
        ("Mara Voss says it's too early for a new pier.", "Mara Voss", "it's too early for a new pier"),
        ("Mara Voss said men who sail would stay ashore.", "Mara Voss", "men who sail would stay ashore"),
        ("The S.E.C. said the pier was closed.", "S.E.C.", "the pier was closed"),
        ("Officials in the U.S. said the pier was closed.", "Officials in the U.S.", "the pier was closed"),
        ("Mara Voss told the Ellery Post that the pier was closed.", "Mara Voss", "the pier was closed"),
        ("The pier was closed, Mara Voss said on Friday.", "Mara Voss", "The pier was closed"),
        ("''The pier was closed,'' Mara Voss said.", "Mara Voss", "The pier was closed"),
        ("“The pier is closed.” ― Mara Voss", "Mara Voss", "The pier is closed"),
        ("“The pier is closed.” -- Mara Voss, ferry worker.", "Mara Voss", "The pier is closed"),
        ("“The pier was closed,” said Mara Voss.", "Mara Voss", "The pier was closed"),
        ("“The pier was closed,” Mara Voss told the Ellery Post.", "Mara Voss", "The pier was closed"),
        ("“The pier was closed,” said harbour master Mara Voss.", "Mara Voss", "The pier was closed"),
        ("The pier was closed, said harbour master Mara Voss.", "Mara Voss", "The pier was closed"),
        ("“The pier was closed,” said police.", "police", "The pier was closed"),
        (
            "The pilot, who was hurt, said the boats slid into the harbour.",
            "pilot",
            "the boats slid into the harbour",
        ),
        ("The pilot, who was hurt, said the boats went off.", "pilot", "the boats went off"),
        ("According to a report Voss wrote in May, the pier was shut.", "report", "the pier was shut"),
        ("The board said Friday, Dec. 29, 2017, that the pier was shut.", "board", "the pier was shut"),
        ("Mara Voss said in a note Friday the pier was shut.", "Mara Voss", "the pier was shut"),
        ("The court held that the pier was shut.", "court", "the pier was shut"),
        (
            "Mara Voss told the Ellery Post daily in a talk published Monday that the pier was shut.",
            "Mara Voss",
            "the pier was shut",
        ),
        ("The Pilots' Union, which met today, said it closed.", "Pilots' Union", "it closed"),
        ("Mara Voss, 52, a harbour pilot, said the pier was closed.", "Mara Voss", "the pier was closed"),
        ("According to Mara Voss, the pier was closed.", "Mara Voss", "the pier was closed"),
        ("The pier was closed, according to Mara Voss.", "Mara Voss", "The pier was closed"),
        ("Mara Voss has repeatedly denied that the pier was closed.", "Mara Voss", "the pier was closed"),
        ("The harbour police believe the pier was closed.", "harbour police", "the pier was closed"),
        (
            "Mara Voss rejected Idris Vane’s claim that the pier was closed.",
            "Idris Vane",
            "the pier was closed",
        ),
    ],
)
def test_speaker_and_content_of_one_cue(text: str, speaker: str, content: str) -> None:
    """A cue before, after or around what is said yields its speaker and its content."""
    assert read(text) == [(speaker, content)]


def test_frame_in_the_middle_of_a_quotation() -> None:
    """Both halves of an interrupted quotation belong to one attribution."""
    assert read("“The pier,” Mara Voss said, “was closed.”") == [("Mara Voss", "The pier / was closed")]


def test_several_sentences_in_one_quotation() -> None:
    """Every sentence of the quotation before the frame is said by its speaker."""
    (row,) = read("“The pier was closed. Nobody told us. We waited,” Mara Voss said.")
    assert row == ("Mara Voss", "The pier was closed. Nobody told us. We waited")


def test_quotation_after_the_frame_goes_on() -> None:
    """A sentence that is only quotation continues with the last speaker."""
    (row,) = read("“The pier was closed,” Mara Voss said. “Nobody told us.”")
    assert row == ("Mara Voss", "The pier was closed / Nobody told us")


def test_quotation_runs_over_paragraphs() -> None:
    """A paragraph that opens with a quotation mark again goes on with the speaker, and its block is noted."""
    document = make_document("Mara Voss said: “The pier was closed.\n“Nobody told us.”\nThe sea was calm.")
    (row,) = find_attributions(document)
    assert row.blocks == (0, 1)
    assert content_of(document, row) == "The pier was closed / Nobody told us"


def test_participle_keeps_the_subject() -> None:
    """ "adding that" is said by the subject of the main clause."""
    assert read("Mara Voss said the pier was closed, adding that nobody was told.") == [
        ("Mara Voss", "the pier was closed"),
        ("Mara Voss", "nobody was told"),
    ]


def test_participle_after_a_quotation_keeps_its_speaker() -> None:
    """A participle behind the frame of a quotation takes the frame's subject, not a name in the quotation."""
    rows = read("“Idris Vane has closed the pier,” Mara Voss said, adding that nobody was told.")
    assert rows == [("Mara Voss", "Idris Vane has closed the pier"), ("Mara Voss", "nobody was told")]


def test_nested_attribution() -> None:
    """What a speaker says another said is a second attribution inside the first."""
    rows = read("Mara Voss said Idris Vane had promised that the pier would open.")
    assert rows == [
        ("Mara Voss", "Idris Vane had promised that the pier would open"),
        ("Idris Vane", "the pier would open"),
    ]


def test_pronoun_is_the_last_speaker() -> None:
    """ "he" and "she" stand for the person who spoke last."""
    rows = read("Mara Voss said the pier was closed.\nShe said the ferry would wait.")
    assert rows[1] == ("Mara Voss", "the ferry would wait")


def test_surname_gets_its_full_name_and_role() -> None:
    """A surname is resolved to the fullest name of the document, with the role given there."""
    document = make_document("Harbour master Mara Voss closed the pier.\nVoss said the ferry would wait.")
    speaker = find_attributions(document)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Mara Voss"


def test_title_is_the_role() -> None:
    """Words before the name are the speaker's role."""
    (row,) = find_attributions(
        make_document("Ellery Port Authority spokesman Idris Vane said the pier was closed.")
    )
    assert row.speaker is not None
    assert (row.speaker.name, row.speaker.role) == ("Idris Vane", "Ellery Port Authority spokesman")


def test_bare_frame_takes_the_sentences_before_it() -> None:
    """A sentence that is only a frame attributes the first-person sentences printed before it."""
    rows = read("We saw the barge burn. And we called the pilots. Voss told reporters.")
    assert rows == [("Voss", "We saw the barge burn / And we called the pilots")]


@pytest.mark.parametrize("hearer", ["host Odo Fenn", "the host", "the Gazette"])
def test_a_bare_frame_may_name_who_was_told(hearer: str) -> None:
    """A role and a name behind "told" are who heard it, not what was said."""
    rows = read(f"Voss runs the pier. We saw the barge burn. Voss told {hearer}.")
    assert rows == [("Voss", "We saw the barge burn")]


def test_first_person_behind_what_is_told_indirectly_goes_on() -> None:
    """Sentences that open with "we" are the speaker's own words, those that tell of the pier are nobody's."""
    text = "Voss said that the barge burned. And we called the pilots. We had two. The pier is closed."
    told, spoken = find_attributions(document := make_document(text))
    assert (told.speech, content_of(document, told)) == ("indirect", "the barge burned")
    assert (spoken.speech, content_of(document, spoken)) == (
        "direct",
        "And we called the pilots / We had two",
    )
    assert told.speaker == spoken.speaker


def test_first_person_without_marks_is_direct_speech() -> None:
    """First-person sentences after a quotation belong to its speaker even where the marks were lost."""
    document = make_document("“The pier is a local matter,” Mara Voss said. We had no wish to close it.")
    (row,) = find_attributions(document)
    assert row.speech == "direct"
    assert content_of(document, row).endswith("We had no wish to close it")


def test_speech_is_direct_inside_marks_only() -> None:
    """A clause with a quoted fragment stays indirect, a quoted sentence is direct."""
    rows = find_attributions(
        make_document("Voss said the pier was “a ruin” by May.\nVoss said: “The pier is a ruin.”")
    )
    assert [row.speech for row in rows] == ["indirect", "direct"]


def test_headline_labels() -> None:
    """A name before a colon, and a source after a dash, speak in a headline."""
    assert read("Voss: “We saw the barge burn”", first="title") == [("Voss", "We saw the barge burn")]
    assert read("Barge fire was deliberate - police", first="title") == [
        ("police", "Barge fire was deliberate")
    ]


def test_a_heading_in_capitals_speaks_to_nobody() -> None:
    """Common words in capitals are a heading unless they come again or are somebody's name."""
    assert read("COMPETITION: The other yard builds a ferry of its own.") == []
    assert read("GREEN: The yard builds a ferry.\n\nGREEN: It is late.")[0][0] == "GREEN"


def test_transcript_labels() -> None:
    """A name in capitals before a colon speaks the rest of its paragraph."""
    assert read("VOSS: The pier is closed. It stays closed.") == [
        ("VOSS", "The pier is closed. It stays closed.".strip("."))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Tide Front claimed responsibility.",
        "Mara Voss condemned the attack on the pier.",
        "The report was in the drawer.",
        "He waited a week to say goodbye.",
        "The ferry is believed to be late.",
        "Voss’s remarks were made at the harbour.",
        "Please note that the pier is closed.",
        "The engine failed, which meant nobody came.",
        "Now you know that the pier is closed.",
    ],
)
def test_reports_of_an_act_are_no_attribution(text: str) -> None:
    """A speech act told as an event has no content of its own."""
    assert read(text) == []


def test_conversation_inside_a_quotation_is_no_second_attribution() -> None:
    """ "I think" inside a quotation does not split it."""
    assert len(read("“I think the pier is closed,” Mara Voss said.")) == 1


def test_frame_holds_the_words_of_the_attribution() -> None:
    """The frame is what no claim should hold: speaker, cue, hearer and day."""
    document = make_document("“The pier was closed,” Mara Voss told reporters on Friday.")
    (row,) = find_attributions(document)
    assert [document.quote(span) for span in row.frame] == ["Mara Voss told reporters on Friday."]
    assert [document.quote(span) for span in row.cue_spans] == ["told"]
    assert [document.quote(span) for span in row.speaker_spans] == ["Mara Voss"]


def test_quotation_goes_to_the_frame_that_closes_it() -> None:
    """A paragraph of quotation with its own frame is not the last speaker's."""
    rows = read("Mara Voss said: “The pier was closed.”\n“It was open. We sailed,” Idris Vane said.")
    assert rows == [("Mara Voss", "The pier was closed"), ("Idris Vane", "It was open. We sailed")]


def test_attitudes_are_returned_on_demand() -> None:
    """Wishes and praise are attributions only for those who ask for them."""
    document = make_document("Mara Voss praised the new pier.\nMara Voss wants the council to resign.")
    assert find_attributions(document) == ()
    found = find_attributions(document, attitudes=True)
    assert found
    assert all(row.attitude for row in found)


def read_attitudes(text: str, first: str = "paragraph") -> list[tuple[str, str]]:
    """Return the speaker's words and the content of everything that is said, wanted or thought."""
    document = make_document(text, first)
    return [
        (" / ".join(document.quote(span) for span in row.speaker_spans), content_of(document, row))
        for row in find_attributions(document, attitudes=True)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Mara Voss criticized the plan for a second pier.", "Mara Voss", "the plan for a second pier"),
        (
            "Mara Voss called on the council to repair the pier.",
            "Mara Voss",
            "the council to repair the pier",
        ),
        ("Mara Voss is confident that the pier will last.", "Mara Voss", "the pier will last"),
        ("Mara Voss on Sunday supported the new pier.", "Mara Voss", "the new pier"),
        ("Mara Voss wants the council to resign.", "Mara Voss", "the council to resign"),
    ],
)
def test_attitudes_have_a_holder_and_an_object(text: str, speaker: str, content: str) -> None:
    """Praise, demands and beliefs belong to whoever holds them, however they are worded."""
    assert (speaker, content) in [
        (who, what.removeprefix("on ").removeprefix("that ")) for who, what in read_attitudes(text)
    ]


def test_attitudes_never_share_their_words() -> None:
    """What one attribution is about is no second one's: the outer stays."""
    text = "Mara Voss said that the council wants to close the pier and supports a new one."
    document = make_document(text)
    rows = find_attributions(document, attitudes=True)
    covered = [place for row in rows for span in row.content for place in range(span.start, span.end)]
    assert covered
    assert len(covered) == len(set(covered))


def test_name_before_the_colon_of_a_headline_speaks() -> None:
    """A headline's label is the speaker, unless it names a series."""
    assert read_attitudes("Voss: Pier Was Never Safe", "title") == [("Voss", "Pier Was Never Safe")]
    assert read_attitudes("The Latest: Pier Was Never Safe", "title") == []


def test_time_before_the_verb_is_no_part_of_the_speaker() -> None:
    """ "Voss on Sunday said": the day says when, not who."""
    document = make_document("Mara Voss on Sunday said the pier was closed.")
    (row,) = find_attributions(document)
    assert [document.quote(span) for span in row.speaker_spans] == ["Mara Voss"]


def test_doubtful_reports_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that the weights hold for hardly possible goes, but never plain saying."""
    text = "Mara Voss said the pier was closed.\nIdris Vane argued that it was open."
    assert len(read(text)) == 2
    monkeypatch.setattr(cue_choice, "read_table", lambda name: {"bias": -9.0})
    assert read(text) == [("Mara Voss", "the pier was closed")]


def test_a_credit_reporting_agency_reports_nothing() -> None:
    """A word for what a body does is no report of words."""
    assert read("The credit reporting agency opened an office in Ellery.") == []


def test_money_held_abroad_is_nobodys_opinion() -> None:
    """To hold is to think only where "that" follows."""
    assert read("The board set a levy on money held overseas, 15 percent for earnings held in cash.") == []


def test_a_statement_is_its_writer_s() -> None:
    """What a statement said goes to whom it was from, not to whoever spoke last."""
    text = (
        "The pier was shut, the Ellery Harbour Board said in a statement.\n"
        "Mara Voss said in a tweet that she was there.\n"
        "“Nobody was hurt,” the statement said."
    )
    assert read(text)[-1] == ("Ellery Harbour Board", "Nobody was hurt")


def test_a_nationality_is_nobody_s_name() -> None:
    """ "The 46-year-old Dane" is whoever spoke last."""
    text = "Peter Dahl said on Friday the pier was shut. The 46-year-old Dane predicts a long winter."
    assert read(text)[-1][0] == "Peter Dahl"


def test_a_quoted_term_can_be_a_subject() -> None:
    """A term in marks is nothing said, and what follows its verb is no speaker."""
    assert read("The mayor left as the town's ‘black Monday’ claimed the jobs of several pilots.") == []


@pytest.mark.parametrize(
    "text",
    [
        "“The Gull” — Mara Voss sailed her — was sold.",
        "“The pier is closed” — a sign in red",
        "The pier has a name — Voss Landing",
    ],
)
def test_a_dash_behind_a_quotation_is_no_signature_where_more_than_a_name_follows(text: str) -> None:
    """Only a quotation by itself with a full name behind the dash is signed."""
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The pier, Mara Voss said, would open in May.", "The pier / would open in May"),
        ("On Monday, Mara Voss told reporters, the pier opened.", "On Monday / the pier opened"),
        (
            "The storm, Mara Voss said on Friday, was the worst in years.",
            "The storm / was the worst in years",
        ),
        ("If the sea rises, Mara Voss said, the pier will go.", "If the sea rises / the pier will go"),
        (
            "Six boats sank in the storm, Mara Voss said, including two ferries.",
            "Six boats sank in the storm / including two ferries",
        ),
        ("Gulls circled the quay, which, Mara Voss said, was bare.", "which / was bare"),
    ],
)
def test_what_an_attribution_interrupts_goes_on_behind_it(text: str, content: str) -> None:
    """A frame between commas has both parts for its content, the clause that it stands in."""
    assert read(text) == [("Mara Voss", content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The pier has closed, Mara Voss said, a day after the storm.", "The pier has closed"),
        ("The pier has closed, Mara Voss said, but nobody came.", "The pier has closed"),
    ],
)
def test_what_stands_behind_a_whole_clause_and_its_frame_is_not_taken_for_said(
    text: str, content: str
) -> None:
    """After a clause with a verb of its own only what cannot stand alone belongs to what is said."""
    assert read(text) == [("Mara Voss", content)]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Ferry Sank Near the Old Pier, Police Say", "Police"),
        ("Ferry sank near the old pier, police say", "police"),
        ("Ferry Sank Near the Old Pier, Former Harbour Doctor Says", "Harbour Doctor"),
        ("Town Will Close Old Pier, Mayor Voss Says", "Voss"),
        ("Ferry sank near the old pier: report", "report"),
    ],
)
def test_the_verb_at_the_end_of_a_headline_is_no_part_of_the_speaker(headline: str, speaker: str) -> None:
    """Capitals or not, who says it is named without the verb, and only once."""
    assert [name for name, _ in read(headline, first="title")] == [speaker]
