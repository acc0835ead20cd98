"""What pages print around an article is recognised by its wording, and sentences are let through."""

import pytest

from claimdiff.reading.furniture import find_furniture


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement", "advertisement label"),
        ("Advertisement - Continue Reading Below", "advertisement label"),
        ("You can share this article on:", "share prompt"),
        ("Facebook Twitter WhatsApp 12", "share prompt"),
        ("Read or Share this story: https://ell.ery/x1", "share prompt"),
        ("Leave a Reply", "comment form"),
        ("24 Comments", "comment form"),
        ("Copyright 2031 The Ellery Herald. All rights reserved.", "copyright line"),
        ("© 2031 Ellery Media Ltd", "copyright line"),
        ("This is a developing story and will be updated.", "note on updates"),
        ("Reporting contributed by Ann Carver, ENN.", "contributor credit"),
        ("Tom Oakes in Grey Island contributed to this report.", "contributor credit"),
        ("— With assistance by Ann Carver", "contributor credit"),
        ("(Reporting by Ann Carver; Editing by Tom Oakes)", "contributor credit"),
        ("Contact the writers at news@ellery.example", "contact line"),
        ("Do you have a story? Call our newsroom on 0555 1234.", "contact line"),
        ("Follow us on Instagram and X", "follow prompt"),
        ("Follow harbour reporter Ann Carver on Twitter at @carver", "follow prompt"),
        ("Like Ellery Herald on Facebook", "follow prompt"),
        ("We use cookies to improve this page.", "cookie notice"),
        ("Slideshow (4 images)", "player or gallery label"),
        ("Media playback is not supported here", "player or gallery label"),
        ("Photo", "player or gallery label"),
        ("Back to top", "page furniture"),
        ("Source link", "page furniture"),
        ("Source: ENN", "source note"),
        ("This article originally appeared in the Ellery Herald.", "source note"),
        ("Read more: Grey Island ferry to cost more", "related link"),
        ("Grey Island ferry to cost more Read more", "related link"),
        ("[Grey Island ferry to cost more]", "related link"),
        ("Related stories PIER PRESSURE Who broke the pier? FERRY GOOD Fares may fall", "related links"),
        ("CLICK HERE FOR MORE FROM THE ELLERY EXAMINER", "promotion"),
        ("MOST READ IN NEWS FERRY FURY Islanders rage HELLO GULLS Chips stolen", "promotion"),
        ("You may also like", "related links"),
        ("Sign up for our newsletter and get the tides in your inbox", "sign-up form"),
        ("Enjoyed reading? Then share it with your crew!", "reader prompt"),
        ("https://ellery.example/pier", "link or tag line"),
        ("___", "separator"),
    ],
)
def test_page_furniture_is_recognised(line: str, reason: str) -> None:
    """Each kind of prompt, form or label gets its reason."""
    assert find_furniture(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Breaking news of the fire spread quickly through the town.",
        "Research by scientists at Ellery University found worms in the piles.",
        "With assistance from the coastguard, the crew got off the ferry.",
        "Information from the coastguard suggests that the ferry turned back.",
        "He contributed money from his savings to the fund.",
        "Contact tracing by officials showed how the fire spread.",
        "Text messages with the minister show that he knew.",
        "Call volumes on Tuesday were the highest ever, Carver said.",
        "We pay for what we break, the company said.",
        "Terms of service for the ferry have changed.",
        "Copyright claims over the chart were rejected by the court in 2031.",
        "This video does not show the crash, police said.",
        "Up next for the board is a vote on repairs.",
        "This report was published by the board on Tuesday and names three men.",
        "First published in 1911, the tide tables are still in use, the board said.",
        "Related-party deals rose by a tenth.",
        "For more than 20 years, news of the ferry came here by post.",
        "Other people are missing.",
        "Other posts were empty when the storm came.",
        "Pupils should read more.",
        "The newsletter's subscribers had an email address leak, and its privacy policy changed.",
        "He wanted to share it with friends.",
        "Officials hope to stay up to date with the payments.",
        "Like many others, she posted on Facebook that the pier was closed.",
        "Follow-on work at Google will go ahead, the company said.",
        "Find a ferry that runs on Twitter and you find it full, Carver said.",
        "Share prices of the ferry company fell by a tenth.",
        "Sign up sheets for the beach patrol filled within an hour.",
        "Readers of the Ellery Herald were told to sign up for alerts, the board said.",
        "Follow-up dives are planned for Friday.",
        "Photo evidence of the cracks was shown to the board.",
        "More than 40 piles hold up the pier.",
        "Click, said the camera, and the pier was gone.",
        "“Follow us on the radio,” the captain told the fishing boats.",
        "Copyright law does not cover the chart, the judge said.",
        "Contact with the ferry was lost at dawn.",
        "She contributed 40 pounds to the repair fund.",
        "This story began in 1911.",
        "Get out of the water, the lifeguards shouted.",
        "Source water for the town comes from Grey Hill.",
        "Video of the collapse shows two men running.",
        "Related charges against the contractor were dropped.",
        "Next year the pier will be rebuilt.",
        "Comments by the mayor angered the islanders.",
        "Watch crews saw the ferry turn back.",
        "He said the newsletter of the board had warned of cracks.",
    ],
)
def test_sentences_that_use_the_same_words_are_let_through(line: str) -> None:
    """A word of a prompt inside a sentence does not cost the sentence."""
    assert find_furniture(line) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Sorry, this postcode is outside the area of our paper round.", "page furniture"),
        ("Re-enter your postcode or choose the digital edition.", "page furniture"),
        ("Archives Select Month May 2031 April 2031 March 2031", "page furniture"),
        ("Be sure to visit Ellery Ferries on Facebook and Instagram.", "follow prompt"),
        ("Copyright Ellery Harbour Press 2031 - ISSN: 0000-1234", "copyright line"),
        ("Visit our website for our terms of use and permissions.", "copyright line"),
        ("| ELF | ELLERY FERRIES INC. | 25.86 | -1.99 | -5.44% |", "share price"),
        ("You may also like...", "related links"),
        ("Scroll below for video", "player or gallery label"),
        ("Follow ENN's full coverage of the pier at enn.example/pier", "follow prompt"),
        ("This article does not give financial advice.", "note on advice"),
        ("Disclaimer: this article is not meant as legal advice.", "note on advice"),
        ("Please do your own research before you buy a boat.", "note on advice"),
        ("If you liked this story, join our friends of the pier.", "reader prompt"),
        ("You can also sign up for the harbour mail here.", "reader prompt"),
        (
            "more on the harbour TIDE TURNS Pier to open in May ROPE TRICK Sailor ties a mile of rope "
            "FISH TALE Who ate the eel?",
            "promotion",
        ),
        (
            "TIDE TURNS Pier of Port Ellery to open in May ROPE TRICK Sailor ties a mile of rope in an hour "
            "FISH TALE Who ate the eel of Grey Island? SEA LEGS Mayor learns to walk on the ferry",
            "promotion",
        ),
    ],
)
def test_labels_of_papers_and_tables_are_not_article(line: str, reason: str) -> None:
    """Delivery forms, drop-down lists, share prices and runs of shouted promotions are left out."""
    assert find_furniture(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Sorry, the mayor told the fishermen, was not enough.",
        "Be sure to bring a coat to the pier, the ferry company told travellers.",
        "Copyright was at the heart of the case, the Ellery court found.",
        "Council | Pier | the mayor spent 5%",
        "The share rose by 5%",
        "THE PIER of Port Ellery was shut on Monday, and NO ONE knew until when, said the mayor, who called "
        "HARBOUR OFFICE clerks to a meeting in the TOWN HALL Tuesday night to find out what had happened",
        "This report is the best advice on piers, the mayor said.",
        "You can sign up for the race until Monday.",
        "If you like this pier, you will like the ferry.",
    ],
)
def test_sentences_like_such_labels_stay(line: str) -> None:
    """The same first words open sentences, and those are article."""
    assert find_furniture(line) is None
