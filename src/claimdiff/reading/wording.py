"""What pages say around an article: the wording of prompts, forms, promotions and labels, as patterns.

A pattern takes a whole line, anchored and bounded, without regard to case unless it says so. Sentences begin
with the same words ("Research by the university …", "Contact with the ferry was lost"), so a pattern whose
words can begin a sentence takes no full stop (`[^.!?]`), or wants names, an address or the reader in it.
"""

import re
from functools import cached_property

from claimdiff.language.patterns import compile_later


def _rule(pattern: str) -> re.Pattern[str]:
    return compile_later(pattern, re.I)


class Wording:
    """The ways in which lines of one kind are worded, and the words one of which such a line opens with.

    The words (in lower case, "#" for a number) spare most lines the pattern, and most runs its compilation.
    """

    def __init__(self, reason: str, openings: str, *wordings: str) -> None:
        self.reason = reason
        self.openings = frozenset(openings.split())
        self._wordings = wordings

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern, to be matched at the start of a line."""
        return _rule(f"(?:{'|'.join(self._wordings)})\\s*$")


# A person's or an organisation's name, capitals kept apart from the rest of the pattern.
_NAME = r"(?-i:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})"
# What may stand between the names of a credit.
_NAMES = r"(?:(?-i:[A-Z])[\w.’'&/-]*|and|in|at|of|for|from|by|with|the|additional|reporting|editing|writing)"
_CREDITED = rf"(?:by|from) (?-i:[A-Z])[\w.’'&/-]*(?:[,;]? {_NAMES}){{0,40}}\.?\)?\.?"
_NETWORK = (
    r"(?:facebook|twitter|x\b|instagram|linkedin|youtube|whatsapp|telegram|tiktok|google|social media|"
    r"apple|"
    r"threads|bluesky|mastodon|snapchat)"
)

WHOLE_LINE = (
    Wording(
        "advertisement label",
        "advertisement advertisements advert sponsored promoted anzeige ad paid article story text post "
        "coverage report continue scroll",
        r"(?:advertisements?|advert|sponsored(?: content| links?)?|promoted(?: content)?|anzeige|"
        r"ad feedback|"
        r"paid post)\b[\s:.|–-]*(?:(?:continue|keep) reading.{0,40}|story continues.{0,40})?",
        r"(?:article|story|text|post|coverage|report) continues (?:below|after|beneath)[^.!?]{0,40}",
        r"continue reading(?: (?:the main story|below.{0,20}|after.{0,30}))?\W{0,3}",
        r"scroll (?:down )?to continue[^.!?]{0,30}",
    ),
    Wording(
        "share prompt",
        "please you don't share tweet pin email e-mail print bookmark save read sharesave copy link",
        r"(?:(?:please|you can|don'?t forget to)\s)?(?:(?:read or )?share|tweet|pin|e-?mail|print|bookmark|"
        r"save)"
        r"(?:(?: or|,| and) \w+){0,3} (?:this|on|via|with us|it to|to (?:facebook|twitter|x))\b[^.!?]{0,90}"
        r"(?:https?:\S{0,80})?",
        r"share(?:save)*",
        r"share this\b[^.!?]{0,90}",
        r"(?:copy|share) link[^.!?]{0,40}",
        r"link copied.{0,20}",
    ),
    Wording(
        "comment form",
        "leave post write add submit make view show hide see load read # comment comments join be your "
        "required log login sign you save have what cancel",
        r"(?:leave|post|write|add|submit|make) (?:a|your) (?:reply|comment|response)s?\b[^.!?]{0,60}[.!]?",
        r"(?:view|show|hide|see|load|read)(?: all)?(?: the)? (?:\d+ )?comments?\b[^.!?]{0,20}",
        r"(?:\d+ )?comments?(?: ?\(\d+\)| \d+)?:?",
        r"join the (?:conversation|discussion|debate)\b.{0,120}",
        r"be the first to (?:comment|reply)\b.{0,40}",
        r"comments? (?:are|is) (?:closed|moderated|disabled|turned off)\b.{0,80}",
        r"your e-?mail address will not be published\b.{0,120}",
        r"required fields are marked.{0,20}",
        r"(?:log ?in|sign in|you must be logged in) to (?:comment|reply|post)\b.{0,60}",
        r"save my name, e-?mail.{0,120}",
        r"(?:have your say|what do you think\?).{0,80}(?:comments?|below)\b.{0,40}",
        r"cancel reply",
    ),
    Wording(
        "note on advice",
        "this nothing please the disclaimer:",
        r"(?:disclaimer: )?(?:this (?:article|post|report|story|column)|the (?:information|content) (?:in|"
        r"on) this (?:article|site|website|page)|nothing (?:in|on) this (?:article|site|website|page))"
        r" (?:should|is|does|may|must|shall)(?: not)? [^.!?]{0,120}\b(?:investment|financial|legal|medical|"
        r"professional|tax|trading)\b[^.!?]{0,60}\b(?:advice|recommendations?)\b.{0,300}",
        r"please (?:conduct|do|carry out) your own\b.{0,160}",
    ),
    Wording(
        "reader prompt",
        "if you",
        r"if you(?:'ve)? (?:enjoyed|liked|like|enjoy) this (?:article|story|post|piece|column)\b.{0,500}",
        r"you can (?:also )?(?:subscribe|sign up)\b[^.!?]{0,120}\b(?:here|newsletters?|below|e-?mails?)\b"
        r".{0,120}",
    ),
    Wording(
        "copyright line",
        "© c) copyright all this visit",
        r"copyright (?:(?-i:[A-Z])[\w.&'-]*,? ){1,5}\d{4}\b[^.!?]{0,60}",
        r"visit (?:our|the) (?:web ?site|site|terms)\b.{0,60}\b(?:terms of use|permissions)\b.{0,100}",
        r"(?:©|\(c\)|copyright (?:©|\(c\))|copyright,? (?:by )?\d{4}|"
        r"copyright\b(?=.{0,120}rights reserved))"
        r"(?=.{0,160}(?:\d{4}|rights reserved|ltd|inc\b|llc)).{1,320}",
        r"all rights reserved\b.{0,200}",
        r"this (?:material|article|content) may not be (?:published|reproduced|broadcast)\b.{0,160}",
    ),
    Wording(
        "note on updates",
        "this breaking developing more check refresh reload please update: updated: correction:",
        r"this is (?:a |an )?(?:breaking|developing)(?: news)? (?:story|news)\b.{0,120}",
        r"(?:breaking|developing)(?: news)?(?: story)?(?:[:.!…]|\s?[-–—].{0,60}(?:update|follow|"
        r"more).{0,40})?",
        r"(?:breaking|developing)(?: news)? story\b.{0,40}(?:update|follow|more|refresh|check).{0,60}",
        r"this (?:story|article|post|page|report) (?:is|was|has been|will be) (?:breaking|developing|"
        r"being updated|"
        r"updated|last updated|continually updated)\b.{0,120}",
        r"more (?:to follow|follows|soon|details? soon)\b.{0,40}",
        r"check back (?:for|later|soon)\b.{0,80}",
        r"(?:updated?|correction): this (?:article|story|post|report) (?:was|has been) \w+[^.]{0,80}\.?",
        r"(?:refresh|reload) (?:this|the) page\b.{0,60}",
        r"please (?:check back|refresh)\b.{0,80}",
    ),
    Wording(
        "contributor credit",
        "additional reporting writing editing research production compiled edited written reported with — "
        "– - information —with",
        r"\(?(?:additional )?(?:reporting|writing|editing|research|production|compiled|edited|written|"
        r"reported)"
        rf"(?: was)?(?: contributed| provided)?(?: and (?:writing|editing|reporting))? {_CREDITED}",
        r"additional reporting (?:by|from) [^.!?]{2,60}\.?",
        r"\(?(?:additional )?(?:reporting|writing) by [^()]{2,200}; .{0,100}(?:editing|"
        r"writing) by [^()]{2,200}\)?\.?",
        rf"(?:[—–-]\s*)?with (?:assistance|reporting|files|contributions?|additional reporting|"
        rf"inputs?) {_CREDITED}",
        r"information from:.{1,120}",
    ),
    Wording(
        "contact line",
        "contact email e-mail write reach call text tip message do have got we know seen witnessed heard "
        "please send submit upload get",
        r"(?:contact|e-?mail|write to|reach|call|text|tip off|message) (?:us|the (?:writer|author|reporter|"
        r"editor|"
        r"newsroom|news ?desk)s?|our (?:news|reporter|newsroom|team)\w*)(?:\s(?:directly|team|desk))?"
        r" (?:at|on|via|by)\b.{1,200}",
        rf"(?:contact|e-?mail|write to|reach|call|text|message) {_NAME}(?: directly)? (?:at|on|via)\b"
        r"(?=.{0,80}(?:@|\d{3}|https?:|www\.)).{1,200}",
        r"(?:do you have|have you got|got|have) (?:a |an |any |more )?(?:story|stories|news|tip|tips|"
        r"information|info|"
        r"confidential)\b.{0,40}\?.{0,240}",
        r"we pay (?:for|cash for) (?:your|stories|tips|videos|pictures|news)\b.{0,300}",
        r"(?:know|seen|witnessed|heard) (?:something|anything|more)\b.{0,60}\? ?"
        r"(?:e-?mail|contact|call|tell|get in touch|send).{0,200}",
        r"(?:please )?(?:send|submit|upload) (?:us (?:your|a|an)|your (?:tips|photos|pictures|videos|"
        r"stories|news)|"
        r"tips|photos|pictures|videos)\b.{0,160}",
        r"get in touch\b.{0,160}",
    ),
    Wording(
        "follow prompt",
        "please follow like join find add connect on be",
        rf"be sure to (?:visit|follow|like|find|check out|join) [^.!?]{{2,60}}? on {_NETWORK}\b"
        r"[^.!?]{0,100}[.!]?",
        rf"(?:please )?(?:follow [\w.,@’' -]{{2,140}}?|(?:like|join|find|add|connect with) (?:us|me|him|"
        rf"her|them|our|"
        rf"@\w{{1,40}}|{_NAME})) (?:on|at|via)[: ]+(?:our )?{_NETWORK}\b.{{0,160}}",
        r"(?:follow|on (?:twitter|facebook|instagram))[: ]+(?:https?:|@).{0,120}",
        r"follow (?:us|@\w+)\b.{0,80}",
        r"follow (?:[\w.'’]+ ){0,4}?(?:full |complete |live )?coverage (?:of|on|from)\b[^.!?]{2,80}?"
        r"(?:\b(?:at|on|here)\b.{0,120})?",
    ),
    Wording(
        "cookie notice",
        "this our we accept reject manage cookie privacy terms by",
        r"(?:this|our) (?:site|website|page) (?:uses|use) cookies\b.{0,300}",
        r"we (?:and our partners )?use cookies\b.{0,400}",
        r"(?:accept|reject|manage)(?: all)? cookies\b[^.!?]{0,60}",
        r"(?:cookie|privacy) (?:policy|notice|settings|preferences|statement)\W*",
        r"terms (?:of|and) (?:use|service|conditions)\b[^.!?]{0,40}",
        r"by (?:continuing|using|clicking|signing up|subscribing)\b[^.]{0,120}\b(?:you (?:agree|accept|"
        r"consent)|cookies)\b"
        r".{0,200}",
    ),
    Wording(
        "player or gallery label",
        "media this scroll play watch view see pause skip launch photo photos video videos image images "
        "picture "
        "pictures gallery galleries slideshow audio live listen graphic infographic map # hide toggle show "
        "enlarge click loading unable just tap now up next auto-play autoplay your loading... loading…",
        r"media playback is (?:un|not )supported.{0,40}",
        r"this (?:video|content|browser)\b[^.]{0,30}(?:can(?:not|'?t) be (?:played|shown|displayed)|"
        r"is (?:not|no longer)"
        r" (?:available|supported)|does not support).{0,60}",
        r"scroll(?: down| below)? for (?:more )?(?:videos?|photos?|pictures?).{0,20}",
        r"(?:play|watch|view|see|pause|skip|launch)(?: the| this| full| all| more)? (?:videos?|slideshows?|"
        r"galler(?:y|ies)|"
        r"images?|photos?|pictures)\b[^.!?]{0,30}",
        r"(?:photos?|videos?|images?|pictures?|galler(?:y|ies)|slideshow|audio|live|listen|graphic|"
        r"infographic|map)"
        r"(?: ?\(\d+ \w+\)| \d+ of \d+)?[.:]?",
        r"\d+ (?:of|/) \d+",
        r"\d+ (?:photos?|images?|pictures?)",
        r"(?:hide|toggle|show) caption.{0,20}",
        r"enlarge(?: this)? (?:image|photo)(?: toggle caption.{0,160}|[^.!?]{0,160})",
        r"(?-i:JUST WATCHED)\b.{0,400}\b(?:replay|must watch)\b.{0,400}",
        r"(?:\d{1,3} )?show all\b[^.!?]{0,80}",
        r"click (?:here )?to (?:enlarge|expand|play|zoom).{0,40}",
        r"loading(?:\.{3}|…)?",
        r"unable to load.{0,60}",
        r"tap (?:here )?to (?:play|unmute).{0,30}",
        r"(?:now playing|up next|next up|auto-?play)(?::.{0,60})?",
        r"your browser does not support.{0,60}",
    ),
    Wording(
        "page furniture",
        "sorry, re-enter reenter "
        "source via original back return jump scroll skip go to prev previous next menu home search close "
        "print font text savesave save saved savesavesavesave listen tag: tags: topic: topics: filed "
        "category: categories: keyword: keywords: more report was log login sign signin register my "
        "download get support donate correction republish buy order registration license",
        r"sorry, (?:this|your|that) (?:zip ?code|postcode|postal code|e-?mail(?: address)?) .{0,120}",
        r"re-?enter (?:your )?(?:zip|postal|postcode|e-?mail|password)\b.{0,100}",
        r"(?:source (?:link|url)|via link|original (?:article|source|link))[.:>»]?",
        r"(?:back|return|jump|scroll|skip|go) to (?:the )?(?:top|content|main|home|"
        r"navigation)\b[^.!?]{0,24}",
        r"(?:prev(?:ious)?|next)(?: (?:article|post|story|page))?[.:>»]?",
        r"(?:menu|home|search|close|print(?: this)?|saved|(?:save){1,6}|log ?in|sign ?in|register|"
        r"my account|"
        r"donate(?: now| today)?|correction request)[.:>»]?",
        r"(?:font|text) size[^.!?]{0,20}",
        r"order reprints.{0,200}",
        r"(?:registration number|license for publishing)[^.!?]{0,80}",
        r"listen to (?:this )?(?:article|story).{0,20}",
        r"(?:tags?|topics?|categor(?:y|ies)|keywords?|filed under|more (?:in|on|about)):[^.!?]{0,160}",
        r"filed under [^.!?]{0,80}",
        r"report (?:this (?:ad|comment|post|page)|an? (?:error|typo))[^.!?]{0,60}",
        r"was this (?:article|page|story) helpful.{0,60}",
        r"download (?:the|our) .{0,40}\bapp\b.{0,60}",
        r"get the app\b.{0,40}",
        r"support (?:us|our|independent|local) .{0,30}journalism\b.{0,120}",
        r"(?:republish this|buy (?:prints|a licence|reprints))[^.!?]{0,60}",
    ),
    Wording(
        "source note",
        "h/t source sources via from credit source: sources: via: from: credit: this a originally first read",
        r"\(h/t [^()]{2,60}\)\.?",
        r"(?:sources?|via|from|credit)\s?: ?[\w.&'’/-]+(?: [\w.&'’/-]+){0,5}",
        r"(?:this (?:article|story|piece|post)|a version of this (?:article|story)) (?:was |is )?"
        r"(?:originally |first |also )?(?:appeared|reprinted|republished|adapted|translated|syndicated|"
        r"(?<=originally )published|(?<=first )published|(?<=also )published|produced)\b.{0,200}",
        r"(?:originally|first) published (?:by|in|on|at)\b[^,]{0,60}",
        r"read the original (?:article|story)\b.{0,200}",
    ),
    Wording(
        "related link",
        "read see watch learn find know discover view explore check show load browse click tap for "
        "related related: more more: read: see: watch: video: related:",
        r"(?:read|see|watch|video|learn|find out|know|discover|view|explore|more|check out)(?: the)?"
        r"(?: full (?:story|article|report|coverage))?(?: (?:more|also|next|on|here|further|about|it|"
        r"now)){0,3}"
        r"\s?[:|»>…]\s?.{0,240}",
        r"read or share this (?:story|article)\b.{0,240}",
        r"read (?:it all|the rest|the whole (?:thing|story|piece)) (?:here|at)\b.{0,60}",
        r"(?:read|see|learn|find out|view|show|load|browse) (?:more|also|next|(?:the )?full (?:story|"
        r"article|report|coverage))\b"
        r"(?:[^.!?,]{0,100}[.…]{3}|[^.!?,]{0,100}|[^.!?,]{0,80}\b(?:here|about|on|at|"
        r"from)\b[^.!?,]{0,80}\.)…?",
        r"(?:click|tap) (?:here|to|on|the|for|below)\b[^“\"]{0,160}",
        r"for (?:more|full|all|further|continuing)\b(?! than).{0,60}(?:coverage|news|stories|information|"
        r"details|updates|visit|"
        r"go to|click)\b[^“\"]{0,140}(?:https?:|www\.|\.com|\bvisit\b|\bclick\b)[^“\"]{0,140}",
        r"related(?: (?:articles?|stor(?:y|ies)|content|links?|topics?|posts?|videos?|news|coverage|"
        r"reading))?"
        r"(?:\s?[:|]|\s[–-])\s?.{1,240}",
    ),
)
RELATED_HEADING = _rule(
    r"(?:(?:related|recommended)(?: for you| reading)?|more (?:from|on|in|stories|news|coverage|like this|"
    r"top stories)\b"
    r"[^.!?]{0,50}|(?:related|recent|latest|popular|trending|top|other|similar|featured|must[- ]read|"
    r"most popular|more) "
    r"(?:articles?|stor(?:y|ies)|posts?|news|links?|content|videos?|coverage|topics?|reads?|headlines|now|"
    r"right now)\b"
    r"[^.!?]{0,24}|(?:most|best) (?:read|viewed|popular|shared|watched|commented)\b[^.!?]{0,40}|"
    r"(?:our|other|more) (?:readers|users|people) (?:are|also) \w+ing\b[^.!?]{0,30}|"
    r"(?:people|readers|users|others) also (?:read|liked?|viewed)\b[^.!?]{0,20}|"
    r"you (?:may|might|will|could|'?ll) (?:also |be )?(?:like|love|enjoy|interested in|"
    r"want to read)\b[^.!?]{0,24}|"
    r"(?:also (?:read|on|in|see)|see also|read also|read (?:more|next)|what to (?:read|watch|know) next|"
    r"don'?t miss|"
    r"editor'?s'? (?:picks?|choice)|trending(?: now)?|up next|in case you missed it|further reading|"
    r"in this (?:section|story)|the latest|suggested|around the web|from (?:our partners|around the web|"
    r"the web)|"
    r"you might have missed)\b[^.!?]{0,24}|today'?s (?:top|best|coverage)\b[^.!?]{0,60})\s?(?:[:»>…]|\.{3})?$"
)
SHOUTED_PROMO = compile_later(
    r"(?:MOST (?:READ|POPULAR|VIEWED|SHARED)|READ MORE|MORE (?:FROM|ON)|CLICK HERE|READ NEXT|ALSO READ|"
    r"READ ALSO|TOP STORIES)\b(?! [a-z])"
)
SHOUTED_LABEL = compile_later(
    r"(?:RELATED|TRENDING|DON['’]?T MISS|RECOMMENDED|SEE ALSO|WATCH(?: NOW| LIVE| MORE)?|"
    r"LATEST NEWS)\b(?! [a-z])"
)
LINK_TAIL = compile_later(
    r".{0,240}\s(?:(?:Read|See|Learn|READ|SEE) (?:[Mm]ore|MORE)|Read the full story|Click [Hh]ere|"
    r"CLICK HERE|"
    r"Continue [Rr]eading)\s?[.…»>→]{0,3}$"
)
READER_CALL = _rule(
    r"\b(?:like|follow|find|join|chat with|check) us (?:out )?(?:on|in|at)\b|\bemail the author\b|"
    r"(?:^|[,.!?;] )(?:then |please )?share it with\b|"
    r"\bfollow (?:her|him|them|[A-Z]\w+(?: \w+){0,4}?) (?:on twitter )?@\w|\bby subscribing now\b|"
    r"\bsend us (?:a note|an email|your)\b|\bopinions expressed (?:here|in this (?:article|column|"
    r"commentary|piece))\b|"
    r"\bstay up to date (?:on|with) (?:the latest|our|all|breaking)\b|"
    r"\bcan be (?:reached|contacted|emailed) (?:at|on|via)\b.{0,60}@"
)
CONTRIBUTED = compile_later(
    r".{2,200}?\bcontributed (?:(?:to|reporting (?:to|for)) (?:this|the) (?:report|story|article|piece|"
    r"post)|reporting|"
    r"additional reporting|from (?:[A-Z][\w.’'-]*[, ]{0,2}){1,4})\b.{0,60}$"
)
COMMENTS_HEADING = _rule(
    r"(?:leave (?:a|your) (?:reply|comment|response)s?\b[^.!?]{0,40}|(?:post|add|write) a comment|"
    r"\d+ (?:comments?|replies|responses)(?: (?:on|to)\b.{0,200})?|"
    r"(?:reader |readers'? |top )?comments(?: ?\(\d+\)| \d+)?:?|join the (?:conversation|discussion)|"
    r"discussion(?: ?\(\d+\))?)$"
)
FORM_PHRASES = (
    "invalid email",
    "sign up",
    "newsletter",
    "your inbox",
    "to your inbox",
    "subscrib",
    "verify you're not a robot",
    "verify you’re not a robot",
    "you're not a robot",
    "thank you for",
    "thanks for",
    "privacy policy",
    "privacy notice",
    "please re-enter",
    "try again later",
    "enter your email",
    "email address",
    "terms of",
    "you agree to",
    "we'll send",
    "we’ll send",
    "special offers",
    "unsubscribe",
    "an error has occurred",
    "continue reading the main story",
    "breaking news alerts",
    "daily updates",
    "e-mail address",
    "play slideshow",
    "follow us",
    "click here",
)
FORM_OPENING = _rule(
    r"(?:sign(?:ing)? up|subscribe|subscribing|register|join|get|receive|enter your e-?mail|newsletter|"
    r"never miss|stay (?:informed|updated|up to date|in the know)|want (?:the|more)|become a (?:member|"
    r"subscriber)|start your (?:day|free)|"
    r"follow|download|already a (?:subscriber|member)|not a (?:subscriber|member)|this (?:article|"
    r"content) is (?:for|only|reserved))\b"
)
