"""English verb forms, made by rule and a list of irregular verbs."""

from functools import lru_cache

IRREGULAR = {
    "be": ("is", "are", "am", "was", "were", "been", "being"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bet": ("bet", "bet"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "buy": ("bought", "bought"),
    "catch": ("caught", "caught"),
    "come": ("came", "come"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "feel": ("felt", "felt"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "flee": ("fled", "fled"),
    "fly": ("flew", "flown"),
    "foresee": ("foresaw", "foreseen"),
    "forget": ("forgot", "forgotten"),
    "foretell": ("foretold", "foretold"),
    "get": ("got", "gotten"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "have": ("had", "had"),
    "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "hurt": ("hurt", "hurt"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "mean": ("meant", "meant"),
    "meet": ("met", "met"),
    "mislead": ("misled", "misled"),
    "overtake": ("overtook", "overtaken"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "read": ("read", "read"),
    "retell": ("retold", "retold"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shake": ("shook", "shaken"),
    "shoot": ("shot", "shot"),
    "show": ("showed", "shown"),
    "shut": ("shut", "shut"),
    "sing": ("sang", "sung"),
    "sink": ("sank", "sunk"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"),
    "strike": ("struck", "stricken"),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "throw": ("threw", "thrown"),
    "understand": ("understood", "understood"),
    "uphold": ("upheld", "upheld"),
    "wear": ("wore", "worn"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"),
    "write": ("wrote", "written"),
    "offer": ("offered", "offered"),
    "answer": ("answered", "answered"),
    "utter": ("uttered", "uttered"),
    "mutter": ("muttered", "muttered"),
    "whisper": ("whispered", "whispered"),
    "clamor": ("clamored", "clamored"),
    "reason": ("reasoned", "reasoned"),
    "question": ("questioned", "questioned"),
    "caution": ("cautioned", "cautioned"),
    "mention": ("mentioned", "mentioned"),
    "happen": ("happened", "happened"),
    "reckon": ("reckoned", "reckoned"),
    "credit": ("credited", "credited"),
    "exhibit": ("exhibited", "exhibited"),
    "interpret": ("interpreted", "interpreted"),
    "murmur": ("murmured", "murmured"),
    "deliver": ("delivered", "delivered"),
    "consider": ("considered", "considered"),
    "remember": ("remembered", "remembered"),
    "discover": ("discovered", "discovered"),
    "order": ("ordered", "ordered"),
    "open": ("opened", "opened"),
    "suffer": ("suffered", "suffered"),
    "differ": ("differed", "differed"),
    "wonder": ("wondered", "wondered"),
    "counter": ("countered", "countered"),
    "ponder": ("pondered", "pondered"),
}
_VOWELS = "aeiou"


def _doubles(lemma: str) -> bool:
    """Tell whether the last consonant doubles before -ed and -ing ("stop", "admit", "refer")."""
    if len(lemma) < 3 or lemma[-1] in "aeiouwxyh" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    if lemma in IRREGULAR and IRREGULAR[lemma][0].endswith("ed"):
        return False
    return len(lemma) <= 4 or lemma.endswith(
        ("mit", "fer", "cur", "pel", "bel", "gret", "plan", "quip", "ger")
    )


@lru_cache(maxsize=4096)
def inflect_verb(lemma: str) -> tuple[str, ...]:
    """Return every form of a verb: lemma, third person, past, participles (British doubling included)."""
    if lemma == "be":
        return (lemma, *IRREGULAR[lemma])
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        third, past, present = f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    elif lemma.endswith("e"):
        third, past, present = f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
        if lemma.endswith(("ee", "oe", "ye")):
            present = f"{lemma}ing"
    else:
        base = lemma + lemma[-1] if _doubles(lemma) else lemma
        third = f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"
        past, present = f"{base}ed", f"{base}ing"
    forms = [lemma, third, past, present]
    if lemma in IRREGULAR:
        forms = [lemma, third, *IRREGULAR[lemma], present]
    elif lemma.endswith(("el", "al")) and lemma[-3:-2] not in _VOWELS:
        forms += [f"{lemma}led", f"{lemma}ling"]
    return tuple(dict.fromkeys(forms))
