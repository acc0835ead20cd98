"""The ledger of quotations: grouping, grades, word changes and flags."""

from claimdiff.findings.quotations import build_ledger
from claimdiff.findings.utterances import UtteranceReader, list_sentences
from claimdiff.findings.wordchanges import align_words, flag_changes
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Span, WordChange


def ledger(documents, claims):
    story = StoryWords(documents, list_sentences(claims))
    return build_ledger(documents, claims, story)[0]


def tell(document, claims_of, *texts, speaker="Mara Quill"):
    documents = [document(text, label=f"Paper {n}") for n, text in enumerate(texts)]
    claims = [claim for one in documents for claim in claims_of(one, speaker)]
    return documents, claims


def grades(group, documents):
    names = {one.id: one.label for one in documents}
    return {names[variant.document_id]: variant.grade for variant in group.variants}


def test_the_same_words_are_one_group_whatever_the_marks(document, claims_of):
    """Curly, straight and missing quotation marks do not part an utterance."""
    documents, claims = tell(
        document,
        claims_of,
        "“We smelled petrol before the engine room burned,” Mara Quill said.",
        '"We smelled petrol before the engine room burned," Mara Quill told reporters.',
        "We smelled petrol before the engine room burned, Mara Quill said.",
    )
    (group,) = ledger(documents, claims)
    assert set(grades(group, documents).values()) == {"identical"}
    assert len(group.variants) == 3


def test_a_fragment_is_truncated_and_changed_words_are_altered(document, claims_of):
    """A part of the fullest form is truncated; other words at the same place make it altered."""
    documents, claims = tell(
        document,
        claims_of,
        "“The captain possibly ignored two warnings from the tower,” Mara Quill said.",
        "Mara Quill spoke of “two warnings from the tower” on Monday.",
        "“The captain ignored two warnings from the tower,” said Mara Quill.",
        "“The captain possibly ignored two warnings from the tower,” said Quill again.",
    )
    (group,) = ledger(documents, claims)
    assert grades(group, documents) == {
        "Paper 0": "identical",
        "Paper 1": "truncated",
        "Paper 2": "altered",
        "Paper 3": "identical",
    }


def test_two_things_said_in_like_words_are_no_utterance(document, claims_of):
    """What each of two long remarks has to itself parts them, though they begin alike."""
    documents, claims = tell(
        document,
        claims_of,
        "“Saw a huge flash outside my garden, now fire engines everywhere for a ferry, hope all is well,”"
        " Mara Quill said.",
        "“I saw a huge flash at about noon, then shouting, then the fire engines arrived,” Mara Quill said.",
    )
    assert ledger(documents, claims) == ()


def test_two_people_who_speak_alike_are_two_utterances(document, claims_of):
    """Words in common under two names are no quotation that was changed."""
    one = document("“That it should happen in a Harbour Cup,” Mara Quill said.", label="A")
    two = document("“It happened: Tarn win the Harbour Cup,” Odo Fenn said.", label="B")
    claims = [*claims_of(one, "Mara Quill"), *claims_of(two, "Odo Fenn")]
    assert ledger([one, two], claims) == ()


def test_one_remark_under_two_names_stays_one(document, claims_of):
    """What two outlets translate alike is one utterance, also where one of them names another speaker."""
    one = document(
        "“All of the inland is within the reach of our boats and the horn is on my desk,” he said."
    )
    two = document("“The whole inland is within reach of our boats, and a horn is always on my desk.”")
    claims = [*claims_of(one, "Mara Quill"), *claims_of(two, "Odo Fenn")]
    (group,) = ledger([one, two], claims)
    assert {variant.document_id for variant in group.variants} == {one.id, two.id}


def test_like_remarks_of_one_document_are_no_row(document, claims_of):
    """What one text quotes twice in like words, and no other has, is not one utterance that changed."""
    one = document(
        "“I have decided to back Tarn and to urge other sailors to join me in backing Tarn,” Mara Quill said."
        "\n“Please join me in backing Odo Tarn,” Mara Quill said."
    )
    assert ledger([one], claims_of(one, "Mara Quill")) == ()


def test_a_dropped_hedge_is_flagged_with_the_word_that_went(document, claims_of):
    """The ledger names the hedge that one outlet left out."""
    documents, claims = tell(
        document,
        claims_of,
        "“The crew arguably ignored two warnings from the tower,” Mara Quill said.",
        "“The crew ignored two warnings from the tower,” Mara Quill said.",
        "“The crew arguably ignored two warnings from the tower,” she said.",
    )
    (group,) = ledger(documents, claims)
    (variant,) = [row for row in group.variants if row.grade == "altered"]
    assert "hedge dropped" in variant.flags
    assert [change.before for change in variant.changes] == ["arguably"]


def test_a_dropped_negation_is_flagged(document, claims_of):
    """A lost "not" is no detail."""
    documents, claims = tell(
        document,
        claims_of,
        "“The harbour was not warned about the storm surge,” Mara Quill said.",
        "“The harbour was warned about the storm surge,” Mara Quill said.",
    )
    (group,) = ledger(documents, claims)
    flags = {flag for variant in group.variants for flag in variant.flags}
    assert flags & {"negation dropped", "negation added"}


def test_words_in_capitals_are_read_as_a_heading(document, claims_of):
    """A heading in the text shortens what it quotes, as a headline does; one word or a name does not tell."""
    for words, heading in (("A DANGER, NO REFUGE", True), ("DANGER", False), ("A danger, no refuge", False)):
        one = document(f"“{words}” stood on the wall.")
        claims = claims_of(one, "Mara Quill")
        reader = UtteranceReader(StoryWords([one], list_sentences(claims)), claims)
        utterance = reader.read(one.id, Span(1, 1 + len(words)), marked=True)
        assert utterance is not None
        assert utterance.headline is heading


def test_a_word_that_negates_itself_is_no_lost_negation():
    """ "Non-payment" told as "does not pay" keeps its negation; "harbour" told so gains one."""
    assert flag_changes([WordChange("a rule of non-payment", "does not pay")]) == []
    assert flag_changes([WordChange("does not pay", "a rule of non-payment")]) == []
    assert flag_changes([WordChange("the harbour pays", "does not pay")]) == ["negation added"]
    assert flag_changes([WordChange("non-stop to Skerra", "to Skerra")]) == []


def test_the_same_words_under_two_speakers_are_flagged(document, claims_of):
    """One utterance in two mouths is shown as such, not split in two."""
    one = document("“Nobody told us that the pier was rotten,” Mara Quill said.", label="Paper 0")
    two = document("“Nobody told us that the pier was rotten,” Joss Brandt said.", label="Paper 1")
    claims = [*claims_of(one, "Mara Quill"), *claims_of(two, "Joss Brandt")]
    (group,) = ledger([one, two], claims)
    assert any("speaker differs" in variant.flags for variant in group.variants)


def test_neighbouring_sentences_stay_apart(document, claims_of):
    """Two sentences of one quotation are two utterances, also where both outlets print both."""
    text = "“The pier was rotten. Nobody had painted the rails for years,” Mara Quill said."
    documents, claims = tell(document, claims_of, text, text + " It was noon.")
    groups = ledger(documents, claims)
    assert len(groups) == 2
    assert all(len(group.variants) == 2 for group in groups)


def test_a_quotation_in_one_document_alone_is_no_row(document, claims_of):
    """The ledger compares: what only one outlet prints once is not in it."""
    documents, claims = tell(
        document, claims_of, "“We ran for the boats at once,” Mara Quill said.", "The ferry sank on Monday."
    )
    assert ledger(documents, claims) == ()


def test_every_span_of_the_ledger_is_verbatim(document, claims_of):
    """A variant's span points at its words in its own document."""
    documents, claims = tell(
        document,
        claims_of,
        "“Our ropes were cut in the night, all of them,” Mara Quill said.",
        "Mara Quill said that “our ropes were cut in the night”.",
    )
    (group,) = ledger(documents, claims)
    texts = {one.id: one for one in documents}
    assert sorted(texts[v.document_id].quote(v.spans[0]) for v in group.variants) == [
        "Our ropes were cut in the night, all of them",
        "our ropes were cut in the night",
    ]


def test_a_fragment_is_found_in_the_longer_form_whatever_its_words(document, claims_of):
    """Words that stand everywhere in a story still tell a fragment by their order."""
    filler = " ".join(f"The harbour may flood the quay {day} times." for day in range(50))
    documents, claims = tell(
        document,
        claims_of,
        f"“The harbour may flood the quay,” Mara Quill said. {filler}",
        "“We think the harbour may flood the quay before the boats are moved,” Mara Quill said.",
    )
    group = next(iter(ledger(documents, claims)))
    assert sorted(grades(group, documents).values()) == ["identical", "truncated"]


def test_where_two_forms_go_on_apart_nothing_was_changed():
    """What each form says after the common words is another sentence, and no word change."""
    full = "we saw the pier fall into the harbour and every boat was moved by noon".split()
    other = "we saw the old pier fall into the harbour despite what our mayor told people".split()
    assert align_words(full, other) == [(3, 3, 3, 4)]
    assert align_words(full[:8], [*full[:7], "sea"]) == [(7, 8, 7, 8)]


def test_a_piece_of_a_sentence_is_no_speaker(document, claims_of):
    """A speaker's name of more words than any name has is left out."""
    name = "the harbour master of the old town beyond the long pier"
    text = f"“The pier will fall into the harbour,” {name} said."
    documents, claims = tell(document, claims_of, text, text, speaker=name)
    assert [group.speaker for group in ledger(documents, claims)] == [None]


def test_another_spelling_is_no_other_wording(document, claims_of):
    """ "Modelling" and "modeling" are one word, and a quotation that differs in no more is identical."""
    documents, claims = tell(
        document,
        claims_of,
        "“We analyzed the currents by modeling the whole harbour,” Mara Quill said.",
        "“We analysed the currents by modelling the whole harbour,” Mara Quill said.",
    )
    (group,) = ledger(documents, claims)
    assert set(grades(group, documents).values()) == {"identical"}


def test_a_name_in_quotation_marks_is_no_remark(document, claims_of):
    """A campaign called "Bring Home Our Boats" does not alter who says that the boats come home."""
    documents, claims = tell(
        document,
        claims_of,
        "“We will surely bring these boats home alive,” Mara Quill said.",
        "Islanders have marched for the “Bring Home Our Boats” campaign.",
    )
    assert ledger(documents, claims) == ()


def test_condolences_are_everybodys(document, claim):
    """Two mourners who share no more than the widows of those who went down are two."""
    one = document("“I am shattered for the widows of those who have gone down with her,” Mara Quill said.")
    two = document("The club sent “wishes to the widows of those who went down with her”.", label="B")
    claims = [
        claim(one, "I am shattered for the widows of those who have gone down with her", "Mara Quill"),
        claim(two, "The club sent “wishes to the widows of those who went down with her”"),
    ]
    assert ledger([one, two], claims) == ()


def test_a_word_alike_in_one_word_around_it_is_another_remark(document, claim):
    """A "sad" incident and an incident called "bedlam" by nobody known are two remarks."""
    one = document("Mara Quill called it a “sad” incident.")
    two = document("Tam Oakes, a porter, described the scene of the incident as “bedlam”.", label="B")
    claims = [
        claim(one, "it a “sad” incident", "Mara Quill"),
        claim(two, "Tam Oakes, a porter, described the scene of the incident as “bedlam”"),
    ]
    assert ledger([one, two], claims) == ()


def test_a_group_is_named_for_a_name(document, claim):
    """Of two speakers found for one utterance, a piece of a sentence in small letters gives way."""
    words = "The tide took the pier before anybody woke"
    one, two = (
        document(f"“{words},” said the faintest chance of."),
        document(f"“{words},” she said.", label="B"),
    )
    claims = [claim(one, words, "the faintest chance of rescue"), claim(two, words, "Mara Quill")]
    (group,) = ledger([one, two], claims)
    assert group.speaker == "Mara Quill"
