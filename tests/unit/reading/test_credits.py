"""Credits and labels at the ends of a line are cut off, and nothing else."""

import pytest

from claimdiff.reading.credits import cut_prefix, cut_suffix, find_credit_line


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Getty Images The pier after the storm", "The pier after the storm"),
        ("Reuters Ann Carver on the closed pier", "Ann Carver on the closed pier"),
        ("google The pier stands in the harbour", "The pier stands in the harbour"),
        ("Reddit Flipboard Waves broke over the pier", "Waves broke over the pier"),
        ("Facebook Twitter Pinterest Waves broke over the pier", "Waves broke over the pier"),
        ("Skip Twitter post by @ellery We have closed the pier", "We have closed the pier"),
        ("Image caption Waves broke over the pier", "Waves broke over the pier"),
        ("File - In this May 4, 2031 photo, the pier is seen", "In this May 4, 2031 photo, the pier is seen"),
        ("CORRECTION: An earlier version gave another number.", "An earlier version gave another number."),
    ],
)
def test_labels_in_front_are_cut(line: str, rest: str) -> None:
    """What is left is the caption or sentence itself."""
    trim = cut_prefix(line, stopped=line.endswith("."))
    assert trim is not None
    assert line[trim.length :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "Reuters reported that the pier was closed.",
        "AP Carver Ltd said the piles were sound.",
        "Google One prices will rise",
        "Google said its map would show the closure.",
        "Reuters Institute figures show a fall",
        "Facebook and Twitter removed the picture of the pier.",
        "Facebook Twitter rival Anchor closed.",
        "Image makers were busy in Port Ellery.",
        "Twitter users shared pictures of the pier.",
    ],
)
def test_names_that_begin_a_sentence_stay(line: str) -> None:
    """An agency that acts in the sentence is no credit."""
    assert cut_prefix(line, stopped=line.endswith(".")) is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Waves break over the pier. (AP Photo/Ann Carver, File)", "Waves break over the pier."),
        ("Waves break over the pier. (Ann Carver/Pool via AP)", "Waves break over the pier."),
        (
            "Waves break over the pier, May 4, 2031. REUTERS/Ann Carver",
            "Waves break over the pier, May 4, 2031.",
        ),
        ("Waves break over the pier. Photograph: Ann Carver/Getty Images", "Waves break over the pier."),
        ("The pier is shut. (Writing by Ann Carver; Editing by Tom Oakes)", "The pier is shut."),
        ("What a night on the pier! pic.twitter.com/x1 — Jo (@jo) May 4, 2031", "What a night on the pier!"),
        ("Waves broke over the pier Ann Carver/Reuters", "Waves broke over the pier"),
        ("Waves broke over the pier. Credit Ann Carver/Ellery Photo Agency", "Waves broke over the pier."),
    ],
)
def test_credits_behind_are_cut(line: str, rest: str) -> None:
    """What is left ends where the sentence or caption ends."""
    trim = cut_suffix(line)
    assert trim is not None
    assert line[: len(line) - trim.length] == rest


@pytest.mark.parametrize(
    "line",
    [
        "The pier was shut by the Ellery Harbour Board (EHB).",
        "Prices are set by the Port Authority (PA).",
        "He handed over the photo (which showed the pier).",
        "The board met on May 4, 2031",
        "They chose and/or rejected the plan",
        "The ferry made 40 knots (74 km/h).",
    ],
)
def test_other_brackets_stay(line: str) -> None:
    """A remark in brackets is part of the sentence."""
    assert cut_suffix(line) is None


def test_whole_lines_of_credit_are_told_from_short_sentences() -> None:
    """A name and an agency alone are a credit; a short heading is not."""
    assert find_credit_line("(Image: Ann Carver)") == "image credit"
    assert find_credit_line("Ann Carver/Getty Images") == "image credit"
    assert find_credit_line("Getty Images") == "image credit"
    assert find_credit_line("Image of a town in mourning") is None
    assert find_credit_line("Pier shut") is None
    assert find_credit_line("(Photographs of the pier were burnt in the storm)") is None


@pytest.mark.parametrize("line", [": the pier fell", ":", "# :"])
def test_a_line_that_opens_with_a_mark_is_read(line: str) -> None:
    """A line may open with a bare mark; it opens with no credit."""
    assert cut_prefix(line, stopped=False) is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("The pier is shut. (Ann Carver/The Ellery Herald)", "The pier is shut."),
        ('He called it "a pity." (Feb. 4) AP', 'He called it "a pity."'),
        ("The pier is shut. Click here for more information.", "The pier is shut."),
        ("The pier is shut. For more information, please visit www.pier.example.", "The pier is shut."),
        (
            "The pier is shut after the storm Play Video 0:53 Storm hits pier",
            "The pier is shut after the storm",
        ),
        ("The pier is shut. Ann Carver/AP Buy Photo Wait 3 seconds to continue.", "The pier is shut."),
    ],
)
def test_links_and_players_behind_are_cut(line: str, rest: str) -> None:
    """What a page hangs on the end of a caption or a paragraph goes, its words stay."""
    suffix = cut_suffix(line)
    assert suffix is not None
    assert line[: len(line) - suffix.length].rstrip() == rest


@pytest.mark.parametrize(
    "line",
    [
        "The mayor gave the number of the minister (Labour/Coop).",
        "The clerk said a visitor must click here and there.",
        "The council asked for more information on the pier.",
        "She saw the video. For more information the police asked the harbour.",
    ],
)
def test_sentences_that_end_like_links_stay(line: str) -> None:
    """A clause with the words of a link or a credit is no link."""
    assert cut_suffix(line) is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Handout - Getty The pier fell into the sea", "The pier fell into the sea"),
        ("AP:Associated Press Women cross the pier", "Women cross the pier"),
        ("ENN ENN / Reuters Mayor Vane walks the pier.", "Mayor Vane walks the pier."),
    ],
)
def test_joined_credits_in_front_are_cut(line: str, rest: str) -> None:
    """Two names of a credit, joined by a mark, go together, and spaced by a stroke also before a sentence."""
    prefix = cut_prefix(line, stopped=line.endswith("."))
    assert prefix is not None
    assert line[prefix.length :] == rest
