"""Words around and inside of names: titles, roles, institutions, things, acronyms."""

from claimdiff.language.tables import word_set

#: Words of office and courtesy that may stand before a name, lower case, no full stop.
TITLES = word_set(
    """brigadier mr mrs ms miss dr prof professor sir dame lord lady rev reverend father sister brother
    rabbi imam pope president vice-president vice prime minister premier chancellor secretary
    senator sen rep representative congressman congresswoman governor gov mayor ambassador envoy
    king queen prince princess duke duchess judge justice attorney general gen colonel col major maj
    captain capt lieutenant lt sergeant sgt corporal cpl private admiral adm commander cmdr
    commissioner chief sheriff detective inspector superintendent officer director chairman
    chairwoman chair ceo spokesman spokeswoman spokesperson deputy assistant undersecretary leader
    coach driver actor actress singer author journalist reporter comedian comedienne contributor
    astronaut analyst lawyer doctor police foreign defense defence finance interior state
    treasury home health energy trade former ex ex-president acting interim first press
    national security adviser advisor speaker majority minority house senate democratic
    republican party opposition rival teammate champion supreme crown crew member commander-in-chief
    district special counsel prosecutor executive official manager team principal mp mep hon amb
    monsignor skipper cardinal bishop archbishop ayatollah sheikh emir sultan mullah emperor pastor"""
)
#: Of these, the words that only go along with another ("Foreign" Minister).
TITLE_MODIFIERS = word_set(
    """senior junior retired lead rear petty staff veteran co vice attorney general private chief
    police foreign defense defence finance interior state treasury home health energy trade former
    ex acting interim first press national security house senate deputy assistant democratic
    republican party opposition majority minority supreme crown crew district special team principal
    homeland housing labor labour commerce agriculture education veterans affairs transport
    transportation environment culture sport sports science development economy industry immigration
    information intelligence"""
) - word_set("general attorney chief principal")
#: Nouns for people by what they do or are; "the minister" may stand for somebody named elsewhere.
ROLES = word_set(
    """president vice-president premier chancellor minister secretary senator representative
    congressman congresswoman governor mayor ambassador envoy king queen prince princess duke
    duchess judge justice attorney general colonel major captain lieutenant sergeant admiral
    commander commissioner chief sheriff detective inspector director chairman chairwoman chair ceo
    spokesman spokeswoman spokesperson leader coach driver actor actress singer author journalist
    reporter analyst lawyer doctor rabbi comedian comedienne astronaut priest bishop pope diplomat
    official adviser advisor counsel prosecutor executive manager champion pilot rookie player
    striker goalkeeper politician lawmaker legislator activist victim suspect gunman attacker
    professor teacher student scientist researcher expert economist soldier officer founder owner
    boss teenager girl boy woman man veteran star racer host presenter anchor editor correspondent
    candidate nominee rebel cleric dictator ruler monarch quarterback receiver linebacker midfielder
    defender winger pitcher batter bowler boxer golfer sprinter swimmer cyclist"""
)
OFFICES = word_set(
    """colonel general captain sergeant lieutenant admiral brigadier judge prosecutor minister
    secretary director commissioner president chairman chairwoman spokesman spokeswoman spokesperson
    ambassador governor mayor senator commander inspector chief editor correspondent coach manager"""
)
PARTICLES = word_set(
    "al el bin ibn ben abu de da do dos das del della di du la le van von der den ter y e bint af zu"
)
ORGANISATION_WORDS = word_set(
    """republic kingdom emirates daily ministry department council committee commission agency office
    bureau court parliament congress senate house party union association alliance guild federation league
    organisation organization institute university college school bank company corporation corp inc
    ltd plc group holdings airlines airways airport police army navy force forces guard front
    movement brigade news times post journal tribune herald guardian television radio network
    service services authority board foundation fund society club team church hospital center centre
    treasury pentagon nato un eu cnn bbc reuters fbi cia nsa taliban isis hamas hezbollah temple
    museum studios records systems motors"""
)
THINGS = word_set(
    """day county eve week weekend cup prix gp act bill war award awards prize street road avenue
    square river lake sea ocean bay gulf park mountain island islands airport bridge stadium series
    show games olympics championship trophy protocol treaty accord agreement resolution amendment
    plan project programme program festival parade tour hall tower building house palace castle
    cathedral mosque people app store moon star book prison"""
)
HEADS_WITH_OF = word_set(
    """republic state states kingdom isle city gulf bay cape strait sea mount lake port bank office
    ministry order statue church temple day declaration bill charter treaty battle siege league
    bureau chamber joint"""
)
#: Words whose possessive goes on with an institution's name ("People's Republic").
OWNING_INSTITUTIONS = word_set("people women workers children men nurses teachers farmers")
TITLE_FILLERS = word_set("us u.s uk un eu of for the and")

DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"
)

OPENERS = word_set(
    """yes no not according meanwhile however instead earlier later today yesterday tomorrow tonight
    now then witnesses police officials authorities experts critics people many some several most
    few others both two three four five six seven eight nine ten dozens hundreds thousands millions
    asked speaking writing following despite although though since because while when where what who
    how why here there nearly almost about around more please click read watch share photo image
    video breaking update updated editor copyright additionally furthermore moreover therefore thus
    hence also even still yet never always perhaps maybe last next every each"""
)

ACRONYMS: dict[str, str] = {
    "un": "united nations",
    "eu": "european union",
    "us": "united states",
    "uk": "united kingdom",
    "nato": "north atlantic treaty organization",
    "fbi": "federal bureau of investigation",
    "cia": "central intelligence agency",
    "who": "world health organization",
    "imf": "international monetary fund",
    "wto": "world trade organization",
    "idf": "israel defense forces",
    "isis": "islamic state",
    "isil": "islamic state",
    "is": "islamic state",
    "f1": "formula one",
    "fia": "federation internationale de l'automobile",
    "gop": "republican party",
    "mps": "members of parliament",
}
