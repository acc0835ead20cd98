"""Completed statements that say what their sentence says, no more."""

import pytest

from building import build_document
from claimdiff.extraction import extract_claims


def statements_of(text: str) -> list[str]:
    """Return the statements of a paragraph's claims."""
    return [claim.statement for claim in extract_claims(build_document(text))]


@pytest.mark.parametrize(
    "text",
    [
        "There is no sign that the trawler hit the pier.",
        "Moro rejected claims that the ferry was overloaded.",
        "Moro rejected any claims that the ferry was overloaded.",
        "Moro dismissed suggestions that the ferry was overloaded.",
        "They can neither sell boats nor make the town give up.",
    ],
)
def test_what_is_denied_is_told_whole_and_as_denied(text: str) -> None:
    """What there is no sign of, or what somebody rejects, is one negated claim."""
    claims = extract_claims(build_document(text))
    assert [(claim.statement, claim.polarity) for claim in claims] == [(text.rstrip("."), "negated")]


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("The crew did not look at the map or ask for help.", "negated", "asserted"),
        ("The crew may look at the map and ask for help.", "affirmed", "hedged"),
        ("The crew looked at the map and asked for help.", "affirmed", "asserted"),
    ],
)
def test_a_shared_auxiliary_denies_and_hedges(text: str, polarity: str, certainty: str) -> None:
    """“Did not” and “may” go for a second verb too, in the words and in the slots."""
    claim = extract_claims(build_document(text))[-1]
    assert (claim.polarity, claim.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "There had been instances where the ferry was late.",
        "The city closed the pier because of that.",
        "Crews came to work with the union to install a crane.",
        "The ferry, launched at 7 p.m. from a yard by the mill, appeared to have sunk.",
        "The crew came armed with guns weighing nine tons.",
        "Six ships as far back as 1920 were registering in Ellery.",
        "The talks leave the isle no other choice but to step forward.",
        "They hold records in connection with a case related to a crew engaged in theft.",
        "It made her feel as blinded as the sailor.",
        "You must think when choosing where to go.",
        "The note gives key data and related useful facts to the crew.",
        "The mayor described the film as lighthearted satire.",
        "It was a step toward Norland mastering the trade.",
        "They saw Moro staying away and Norland not carrying out a test.",
        "The line gives free or discounted trips to its friends.",
    ],
)
def test_what_needs_the_rest_of_its_sentence_stays_with_it(text: str) -> None:
    """A sentence whose phrases and clauses complete one another is one claim."""
    assert statements_of(text) == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Ada asked whether they would stay or sail.", "Whether they would stay or sail"),
        (
            "Crews get a note warning sailors about danger when sailing with Harbour Line.",
            "Sailing with Harbour Line",
        ),
        ("It had been told of for years, including a cover story.", "Including a cover story"),
        ("The boat will carry six tons when launched to the east.", "Launched to the east"),
        (
            "It is a sign of anger at the ban on nets, recently imposed by the isle.",
            "Recently imposed by the isle",
        ),
        ("Norland pays a broker — say, Harbour Line.", "Say, Harbour Line"),
        ("She was in Norland, and at that point he had a fever.", "At that point he had a fever"),
        ("A radio will be on board, as is the harbour phone.", "Is the harbour phone"),
        ("They had signs of strain, like coughs, back pain, sneezing and cramps.", "Sneezing and cramps"),
        ("Police found nets, ropes, controlled goods, false papers and coins.", "Controlled goods"),
        ("We are looking forward to using his insight and experience to sail.", "Experience to sail"),
        ("They could not lift the anchor, which was very annoying.", "Which was very annoying"),
        (
            "The new line, as Moro called the firm, will own nine boats, making it the largest on the isle.",
            "Making it the largest on the isle",
        ),
        (
            "The union builds tools that scare crews with noise, as well as with light.",
            "As well as with light",
        ),
        (
            "Ada will tour the isle in May, and including two nights in Ellery.",
            "Including two nights in Ellery",
        ),
        ("They do not go as far as the one used in June, known as a Gull.", "Known as a Gull"),
        ("Norland's council said that it crashed near the quay.", "It crashed near the quay"),
        ("Ivo Renn was late. A witness said he was standing near the quay.", "He was standing near the quay"),
        ("It came from a takeover of Harbour Line, whose name it took.", "Whose name it took"),
        ("You may now choose who can steer you and who can call your boat.", "Who can call your boat"),
        ("Sources said their return was half of a bargain.", "Their return was half of a bargain"),
        (
            "The council said it was of little use that Norland waited.",
            "It was of little use that Norland waited",
        ),
        ("What is a net and is it a bad buy?", "Is it a bad buy"),
        ("He is not named in the files, which should surprise no one.", "Which should surprise no one"),
    ],
)
def test_no_subject_is_made_up(text: str, statement: str) -> None:
    """Where it is not sure what a clause is told of, or who a pronoun is, the claim has its own words."""
    assert statement in statements_of(text)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Norland has targets in the South, including the seat of its leaders.",
            "Targets in the South, including the seat of its leaders",
        ),
        (
            "Renn has moved around the town's old league, now known as the Bay League.",
            "The town's old league, now known as the Bay League",
        ),
        (
            "He left nine guns in the hotel room, including two rifles.",
            "Nine guns in the hotel room, including two rifles",
        ),
        (
            "The isle has opened a Lamp Fund, put in place after the flood.",
            "A Lamp Fund, put in place after the flood",
        ),
        (
            "The crew has claimed the bombing in Ellery, believed to be the worst in years.",
            "The bombing in Ellery, believed to be the worst in years",
        ),
        ("Mara Voss told police officers she had seen the boat.", "Mara Voss had seen the boat"),
        (
            "Others question whether this council, shaken by quarrels, can mend the pier.",
            "Whether this council can mend the pier",
        ),
        (
            "The driver first shot at the crowd before driving along the pier.",
            "The driver drove along the pier",
        ),
        (
            "Ivo Renn told how he and his aunt were mending nets before being soaked by the tide.",
            "Ivo Renn and his aunt were soaked by the tide",
        ),
        (
            "Norland fired a missile from its capital Port Ellery that flew over the bay.",
            "A missile from its capital Port Ellery flew over the bay",
        ),
        (
            "A spokesman called the strike wrong and urged the dockers to end it and return to work.",
            "A spokesman urged the dockers to return to work",
        ),
        ("The South released footage of new boats, which can travel fast.", "New boats can travel fast"),
        ("A boat was launched from Ellery and landed in the bay.", "A boat landed in the bay"),
        (
            "Many were carried out on metal doors, used as makeshift stretchers.",
            "Metal doors used as makeshift stretchers",
        ),
        (
            "The buoys are hard for crews to spot and have now been lit at night.",
            "The buoys have now been lit at night",
        ),
        (
            "The storm showed that the isle, although cut off from much of the world, could feed itself.",
            "The isle … cut off from much of the world",
        ),
        (
            "Moro was an idle man, feeding gulls, who rowed at night and slept in a shed.",
            "An idle man slept in a shed",
        ),
        ("Ada knew the town's rules, knew to speak up.", "Ada knew to speak up"),
        ("Ada and Renn, who play for the Rovers, missed dinner but did play.", "Ada and Renn missed dinner"),
        (
            "Guards look after members of a club called Sail Ellery who spend large sums.",
            "Members spend large sums",
        ),
        (
            "Renn was a first pick of the Ellery Rovers who also played in Norland.",
            "A first pick of the Ellery Rovers also played in Norland",
        ),
        ("We wondered, “Are we sailing at noon?”", "Are we sailing at noon"),
        ("They own firms that can be run from piers and operate with care.", "Firms can operate with care"),
        ("Ada never leaned out and waved a flag.", "Ada never waved a flag"),
        ("The first “attack,” she says, came in May.", "Attack came in May"),
        (
            "They stopped all parties in Ellery, a seaside city, including a jazz week.",
            "All parties in Ellery, including a jazz week",
        ),
        (
            "Moro released a film of the launch Monday, showing the red car.",
            "A film of the launch, showing the red car",
        ),
        (
            "The union has helped sailors to find moorings more quickly and to sell nets.",
            "The union has helped sailors to sell nets",
        ),
        ("They came after the Ellery attacks that shocked the isle.", "The Ellery attacks shocked the isle"),
        ("“Oh my God, my boat sank,” said Ada Moro.", "Oh my God, Ada Moro's boat sank"),
        (
            "Norland's new ferry, set for a trip in late 2029 or early 2030, will carry cars and make waves.",
            "Norland's new ferry will make waves",
        ),
        (
            "The council said at least 30 dockers, including cooks, were soaked by the wave.",
            "At least 30 dockers were soaked by the wave",
        ),
        ("In May Mr. Renn, who had dressed as Mr. Moro, tried to win.", "Renn tried to win"),
        ("St. Ives sent boats and lost two.", "St. Ives lost two"),
        (
            "The band closed with a concert at the Grand Hall in Ellery, which featured two songs.",
            "A concert at the Grand Hall in Ellery featured two songs",
        ),
        (
            "A lamp, a radio, and a new sail are on board, providing a good trip.",
            "A lamp, a radio, and a new sail provide a good trip",
        ),
        ("He asked how much is reaching the port and is seized there.", "How much is seized there"),
        (
            "The five boats, chosen from eight that sent names to the board, join the fleet.",
            "The five boats join the fleet",
        ),
        (
            "The line said the five boats — Ada, Renn and Moro — had been sold.",
            "The five boats had been sold",
        ),
        (
            "Drinking all that water keeps you full and keeps you busy.",
            "Drinking all that water keeps you busy",
        ),
        ("They do not wish to be soaked by waves and wish to leave.", "They wish to leave"),
        (
            "A hut in Ellery belonging to a friend burned, and he saw a house in Norland, belonging to Moro.",
            "A hut in Ellery belonging to a friend burned",
        ),
        ("Harbour Line may have the best boats, having paid its debts.", "Harbour Line had paid its debts"),
        ("The cup is rowed with all nine crews rowing in one bay.", "All nine crews row in one bay"),
        (
            "Moro could lose his berth by June and have to sell nine boats.",
            "Moro could have to sell nine boats",
        ),
        ("We could end up with less mass and cost savings.", "We could end up with less mass"),
        ("They found there was a man on board who was ill.", "A man was ill"),
        (
            "The Union of Dockers (UD), which has nine crews, left and sang.",
            "The Union of Dockers (UD) left and sang",
        ),
        ("Ada Moro ran. “It sank,” she told the Herald's Vera Renn. Then she wept.", "Then Ada Moro wept"),
        ("Norland on Sunday said it would sail.", "Norland would sail"),
        ("There is a toll on the bridge in question, which is by the mill.", "The bridge is by the mill"),
        (
            "It is for the girls and boys who rowed in rain and learned this.",
            "The girls and boys learned this",
        ),
        (
            "The inn had written on its web page asking guests to name the goat.",
            "The inn asked guests to name the goat",
        ),
        (
            "The boat left the quay at 11:36 am on Tuesday, and sank later, killing a docker.",
            "The boat killed a docker",
        ),
        ("“I certainly hope that it holds,” said Ada Moro.", "Ada Moro certainly hopes that it holds"),
        (
            "Ivo Renn, 46, runs the line. The 46-year-old Renn is also a cook.",
            "The 46-year-old Ivo Renn is also a cook",
        ),
        ("It would be taxed if the jet were listed and used in Norland.", "If the jet were used in Norland"),
        (
            "The driver of the van, who was arrested later, is ill.",
            "The driver of the van was arrested later",
        ),
        (
            "The trust deed for Mr. Moro’s boat, filed with the council, does not name him.",
            "The trust deed for Mr. Moro’s boat does not name him",
        ),
        ("The storm has claimed nine lives and displaced two crews.", "The storm displaced two crews"),
    ],
)
def test_a_clause_is_told_of_whom_it_is_about(text: str, statement: str) -> None:
    """A clause gets the subject that its sentence gives it."""
    assert statement in statements_of(text)
