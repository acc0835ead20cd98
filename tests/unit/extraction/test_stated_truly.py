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
    ("text", "statement"),
    [
        (
            "There had been instances where the ferry was late.",
            "There had been instances where the ferry was late",
        ),
        ("The city closed the pier because of that.", "The city closed the pier because of that"),
        (
            "Crews came to work with the union to install a crane.",
            "Crews came to work with the union to install a crane",
        ),
        ("Mara Voss told police officers she had seen the boat.", "Mara Voss had seen the boat"),
        ("Ada asked whether they would stay or sail.", "Whether they would stay or sail"),
        (
            "Others question whether this council, shaken by quarrels, can mend the pier.",
            "Whether this council can mend the pier",
        ),
        (
            "The driver first shot at the crowd before driving along the pier.",
            "The driver drove along the pier",
        ),
        (
            "Ada Renn recalled how he and his wife were drinking tea before being woken by the alarm.",
            "He and his wife were woken by the alarm",
        ),
        (
            "Norland fired a missile from its capital Port Ellery that flew over the bay.",
            "A missile from its capital Port Ellery flew over the bay",
        ),
        (
            "A spokesman called the strike wrong and urged the dockers to end it and return to work.",
            "A spokesman urged the dockers to return to work",
        ),
        (
            "The rocket, launched at 9 a.m. from a quay near the border, appeared to have sunk.",
            "The rocket, launched at 9 a.m. from a quay near the border, appeared to have sunk",
        ),
        ("The South released footage of new boats, which can travel fast.", "New boats can travel fast"),
        ("A boat was launched from Ellery and landed in the bay.", "A boat landed in the bay"),
        (
            "Many were carried out on metal doors, used as makeshift stretchers.",
            "Metal doors used as makeshift stretchers",
        ),
        (
            "Norland has targets in the South, including the seat of its leaders.",
            "Targets in the South, including the seat of its leaders",
        ),
        (
            "The boats are hard for radar to detect and have even been painted black.",
            "The boats have even been painted black",
        ),
        (
            "The crew came armed with guns weighing nine tons.",
            "The crew came armed with guns weighing nine tons",
        ),
        (
            "The storm showed that the isle, although cut off from much of the world, could feed itself.",
            "The isle … cut off from much of the world",
        ),
        (
            "Moro was a rich man, playing cards, who sailed all the time and lived in a hotel.",
            "A rich man lived in a hotel",
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
        ("We thought, “Are we going to sail?”", "Are we going to sail"),
        (
            "Six ships as far back as 1920 were registering in Ellery.",
            "Six ships as far back as 1920 were registering in Ellery",
        ),
        (
            "Renn has moved around the town's old league, now known as the Bay League.",
            "The town's old league, now known as the Bay League",
        ),
        (
            "He left nine guns in the hotel room, including two rifles.",
            "Nine guns in the hotel room, including two rifles",
        ),
        ("They make firms that can be set up in ports and operate with care.", "Firms can operate with care"),
        (
            "Crews get a note warning sailors about danger when sailing with Harbour Line.",
            "Sailing with Harbour Line",
        ),
        (
            "The talks leave the isle no other choice but to step forward.",
            "The talks leave the isle no other choice but to step forward",
        ),
        (
            "They hold records in connection with a case related to a crew engaged in theft.",
            "They hold records in connection with a case related to a crew engaged in theft",
        ),
        ("Ada never ran over and tried the door.", "Ada never tried the door"),
        ("The first “attack,” she says, came in May.", "Attack came in May"),
        (
            "They stopped all parties in Ellery, a seaside city, including a jazz week.",
            "All parties in Ellery, including a jazz week",
        ),
        ("It had been told of for years, including a cover story.", "Including a cover story"),
        (
            "Moro released a film of the launch Monday, showing the red car.",
            "A film of the launch, showing the red car",
        ),
        (
            "The union has helped sailors to reach ports more easily and to hide their boats.",
            "The union has helped sailors to hide their boats",
        ),
        ("The boat will carry six tons when launched to the east.", "Launched to the east"),
        ("It made her feel as blinded as the sailor.", "It made her feel as blinded as the sailor"),
        ("They came after the Ellery attacks that shocked the isle.", "The Ellery attacks shocked the isle"),
        (
            "Just one of the more than 100 clubs that sell nets closed.",
            "Just one of the more than 100 clubs that sell nets closed",
        ),
        ("“Oh my God, my boat sank,” said Ada Moro.", "Oh my God, Ada Moro's boat sank"),
        (
            "Norland's new ferry, set for a trip in late 2029 or early 2030, will carry cars and make waves.",
            "Norland's new ferry will make waves",
        ),
        ("He was getting very mad and he jumped up and ran out.", "He ran out"),
        (
            "It came after films emerged showing him gleefully watching the boat.",
            "It came after films emerged showing him gleefully watching the boat",
        ),
        (
            "It is a sign of anger at the ban on nets, recently imposed by the isle.",
            "Recently imposed by the isle",
        ),
        (
            "The isle has started a White Plan, put in place during the storm.",
            "A White Plan, put in place during the storm",
        ),
        (
            "Officials said at least 84 people, including children, were killed by the wave.",
            "At least 84 people were killed by the wave",
        ),
        ("In May Mr. Renn, who had dressed as Mr. Moro, tried to win.", "Renn tried to win"),
        ("St. Ives sent boats and lost two.", "St. Ives lost two"),
        (
            "The crew has claimed the bombing in Ellery, believed to be the worst in years.",
            "The bombing in Ellery, believed to be the worst in years",
        ),
        (
            "The band closed with a concert at the Grand Hall in Ellery, which featured two songs.",
            "A concert at the Grand Hall in Ellery featured two songs",
        ),
        ("Norland pays a broker — say, Harbour Line.", "Say, Harbour Line"),
        ("She was in Norland, and at that point he had a fever.", "At that point he had a fever"),
        ("A radio will be on board, as is the harbour phone.", "Is the harbour phone"),
        (
            "After hitting “Blue Sea,” the singer and guitarist told the crowd.",
            "The singer and guitarist told the crowd",
        ),
        ("You must think when choosing where to go.", "You must think when choosing where to go"),
        ("They had signs of plague, like fever, body aches, vomiting and nausea.", "Vomiting and nausea"),
        ("Police found nets, ropes, controlled goods, false papers and coins.", "Controlled goods"),
        (
            "A lamp, a radio, and a new sail are on board, providing a good trip.",
            "A lamp, a radio, and a new sail provide a good trip",
        ),
        ("We are looking forward to using his insight and experience to sail.", "Experience to sail"),
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
        (
            "They do not want to be exposed to that risk and want to stay.",
            "They want to stay",
        ),
        (
            "A hut in Ellery belonging to a friend burned, and he saw a house in Norland, belonging to Moro.",
            "A hut in Ellery belonging to a friend burned",
        ),
        ("Harbour Line may have the best boats, having paid its debts.", "Harbour Line had paid its debts"),
        ("The cup is played with all 18 teams playing in one town.", "All 18 teams play in one town"),
        (
            "The note gives key data and related useful facts to the crew.",
            "The note gives key data and related useful facts to the crew",
        ),
        ("They failed to find the cause, which was very distressing.", "Which was very distressing"),
        (
            "Moro could face ten years in prison and have to pay nine crowns.",
            "Moro could have to pay nine crowns",
        ),
        (
            "The mayor described the film as lighthearted satire.",
            "The mayor described the film as lighthearted satire",
        ),
        (
            "The new line, as Moro called the firm, will own nine boats, making it the largest on the isle.",
            "Making it the largest on the isle",
        ),
        (
            "The union builds tools that scare crews with noise, as well as with light.",
            "As well as with light",
        ),
        ("We could end up with less mass and cost savings.", "We could end up with less mass"),
        (
            "It was a step toward Norland mastering the trade.",
            "It was a step toward Norland mastering the trade",
        ),
        ("They found there was a man on board who was ill.", "A man was ill"),
        (
            "Ada will tour the isle in May, and including two nights in Ellery.",
            "Including two nights in Ellery",
        ),
        ("They do not go as far as the one used in June, known as a Gull.", "Known as a Gull"),
        (
            "They saw Moro staying away and Norland not carrying out a test.",
            "They saw Moro staying away and Norland not carrying out a test",
        ),
        (
            "The Union of Dockers (UD), which has nine crews, left and sang.",
            "The Union of Dockers (UD) left and sang",
        ),
        ("Norland's council said that it crashed near the quay.", "It crashed near the quay"),
        (
            "Ivo Renn was late. A witness said he was standing near the quay.",
            "He was standing near the quay",
        ),
        (
            "Ada Moro ran. “It sank,” she told the Herald's Vera Renn. Then she wept.",
            "Then Ada Moro wept",
        ),
        ("Norland on Sunday said it would sail.", "Norland would sail"),
        ("There is a limit on the quay in question, which is on old rails.", "The quay is on old rails"),
        (
            "It is for the women and men who set out at dawn and suffered this.",
            "The women and men suffered this",
        ),
        ("It came from a takeover of Harbour Line, whose name it took.", "Whose name it took"),
        (
            "The zoo had posted on its web page asking the town to wish the goat well.",
            "The zoo asked the town to wish the goat well",
        ),
        (
            "The boat left the quay at 11:36 am on Tuesday, and sank later, killing a docker.",
            "The boat killed a docker",
        ),
        ("You can now choose who can follow you and who can see your list.", "Who can see your list"),
        ("Sources said their release was part of a swap.", "Their release was part of a swap"),
        (
            "The council said it was of vital importance that Norland act.",
            "It was of vital importance that Norland act",
        ),
        ("“I certainly hope that it holds,” said Ada Moro.", "Ada Moro certainly hopes that it holds"),
        (
            "Ivo Renn, 46, runs the line. The 46-year-old Renn is also a cook.",
            "The 46-year-old Ivo Renn is also a cook",
        ),
        ("What is a net and is it a bad buy?", "Is it a bad buy"),
        ("It would be taxed if the jet were listed and used in Norland.", "If the jet were used in Norland"),
        (
            "They held 30 men for robbery, theft and trafficking stolen goods.",
            "Trafficking stolen goods",
        ),
        (
            "The driver of the van, who was arrested later, is ill.",
            "The driver of the van was arrested later",
        ),
        (
            "The trust deed for Mr. Moro’s boat, filed with the council, does not name him.",
            "The trust deed for Mr. Moro’s boat does not name him",
        ),
        ("He is not named in the files, which should surprise no one.", "Which should surprise no one"),
        ("The storm has claimed nine lives and displaced two crews.", "The storm displaced two crews"),
        (
            "The line gives free or discounted trips to its friends.",
            "The line gives free or discounted trips to its friends",
        ),
    ],
)
def test_a_clause_is_told_of_whom_it_is_about(text: str, statement: str) -> None:
    """A clause gets the subject that its sentence gives it, or stays with what it needs."""
    assert statement in statements_of(text)
