"""Findings on texts that nobody wrote: no exception, true offsets, the same result in any order."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from building import build_document, cut_claim
from claimdiff.findings.denials import find_denials
from claimdiff.findings.origins import find_origins
from claimdiff.findings.quotations import build_ledger
from claimdiff.findings.quotemarks import find_quoted, split_quoted
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.wordchanges import align_words
from claimdiff.findings.wording import StoryWords
from claimdiff.language.digest import content_id
from claimdiff.model import Claim, Document, Span

_PIECES = st.sampled_from(
    [
        *"""“We saw smoke,” |"we saw smoke" |'no smoke' |the pilot's boat |She denied that. |It is false. |
        the claim is untrue |40 were hurt |… |‘|’|"|«|É|harbour |not |said Quill. |(AP) — |👩‍🚒 """.split(
            "|"
        ),
        "\n",
        "\x00",
        "\u202e",
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=12), max_size=25).map("".join)


def build(text: str, label: str) -> tuple[Document, list[Claim]]:
    """Make a document of a text, with one claim a line."""
    document = build_document(text, id=content_id("d", label, text), path=label, label=label)
    claims = [
        cut_claim(
            document, Span(block.start, block.end), id=content_id("c", document.id, number), block=number
        )
        for number, block in enumerate(document.blocks)
    ]
    return document, claims


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_quotations_lie_apart_inside_the_text(text):
    """What is found in quotation marks lies in the text, in order, and its sentences lie inside it."""
    document, _ = build(text, "A")
    found = find_quoted(document)
    assert all(one.end <= two.start for one, two in pairwise(found))
    for span in found:
        parts = split_quoted(text, span)
        assert all(span.start <= part.start < part.end <= span.end for part in parts)


@given(_TEXTS, _TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_ledger_and_origins_do_not_depend_on_the_order_of_input(first, second):
    """Documents and claims in another order give the same groups and the same origins."""
    one, ours = build(first, "A")
    two, theirs = build(second, "B")
    claims = [*ours, *theirs]
    story = StoryWords((one, two), list_sentences(claims))
    turned = StoryWords((two, one), list_sentences(claims[::-1]))
    assert build_ledger((one, two), claims, story)[0] == build_ledger((two, one), claims[::-1], turned)[0]
    assert find_origins((one, two), story) == find_origins((two, one), turned)


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_denials_point_into_the_text(text):
    """Reading denials never fails, and their words lie in the document."""
    document, claims = build(text, "A")
    story = StoryWords((document,), list_sentences(claims))
    for denial in find_denials({document.id: document}, claims, story):
        assert all(span.end <= len(text) for span in denial.words)


@given(
    st.lists(st.sampled_from("we they saw no smoke at all".split())),
    st.lists(st.sampled_from("we saw smoke".split())),
)
def test_word_changes_turn_one_form_into_the_other(full, other):
    """Putting the changes into the fuller form gives a form that holds the other's words in order."""
    rows = align_words(full, other)
    assert all(a <= b <= len(full) and c <= d <= len(other) for a, b, c, d in rows)
    assert rows == sorted(rows)
