"""What pages say around an article: the wording of prompts, forms, promotions and labels, as patterns.

All are anchored at the start of the line and bounded, and match without regard to case unless they look
for capitals.
"""

import re
from functools import cached_property


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


class Wording:
    """A pattern for whole lines of one kind, and the words one of which such a line opens with.

    The words (in lower case, "#" for a number) spare most lines the pattern, and most runs its compilation.
    """

    def __init__(self, reason: str, openings: str, pattern: str) -> None:
        self.reason = reason
        self.openings = frozenset(openings.split())
        self._pattern = pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern, to be matched at the start of a line without regard to case."""
        return _rule(self._pattern)


WHOLE_LINE = (
    Wording(
        "advertisement label",
        "advertisement advertisements advert sponsored promoted anzeige ad paid",
        r"(?:advertisements?|advert|sponsored(?: content| links?)?|promoted(?: content)?|anzeige|"
        r"ad feedback|"
        r"paid post)\b[\s:.|–-]*(?:(?:continue|keep) reading.{0,40}|story continues.{0,40})?$",
    ),
    Wording(
        "advertisement label",
        "article story text post coverage report continue scroll",
        r"(?:article|story|text|post|coverage|report) continues (?:below|after|beneath).{0,40}$|"
        r"continue reading(?: (?:the main story|below.{0,20}|after.{0,30}))?\W{0,3}$|"
        r"scroll (?:down )?to continue.{0,30}$",
    ),
    Wording(
        "share prompt",
        "please you don't share tweet pin email e-mail print bookmark save read sharesave copy link",
        r"(?:(?:please|you can|don'?t forget to)\s)?(?:(?:read or )?share|tweet|pin|e-?mail|print|"
        r"bookmark|save)"
        r"(?:(?: or|,| and) \w+){0,3} (?:this|on|via|with|us|it to|to (?:facebook|twitter|"
        r"x))\b[^.!?]{0,90}(?:https?:\S{0,80})?$|"
        r"share(?:save)*\s?$|share this\b.{0,90}$|(?:copy|share) link.{0,40}$|link copied.{0,20}$",
    ),
    Wording(
        "comment form",
        "leave post write add submit make view show hide see load read # comment comments join be your "
        "required log login sign you save have what cancel",
        r"(?:leave|post|write|add|submit|make) (?:a|your) (?:reply|comment|response)s?\b.{0,60}$|"
        r"(?:view|show|hide|see|load|read)(?: all)?(?: the)? (?:\d+ )?comments?\b.{0,20}$|"
        r"(?:\d+ )?comments?(?: ?\(\d+\)| \d+)?:?$|"
        r"join the (?:conversation|discussion|debate)\b.{0,60}$|be the first to (?:comment|"
        r"reply)\b.{0,40}$|"
        r"comments? (?:are|is) (?:closed|moderated|disabled|off)\b.{0,80}$|"
        r"your e-?mail address will not be published\b.{0,120}$|"
        r"required fields are marked.{0,20}$|(?:log ?in|sign in|you must be logged in) to (?:comment|"
        r"reply|post)\b.{0,60}$|"
        r"save my name, e-?mail.{0,120}$|(?:have your say|what do you think\?).{0,80}(?:comments?|"
        r"below)\b.{0,40}$|cancel reply$",
    ),
    Wording(
        "copyright line",
        "© c) copyright all this",
        r"(?:©|\(c\)|copyright\b)(?=.{0,160}(?:\d{4}|rights reserved|ltd|inc\b|llc)).{1,320}$|"
        r"all rights reserved\b.{0,200}$|"
        r"this (?:material|article|content) may not be (?:published|reproduced|broadcast)\b.{0,160}$",
    ),
    Wording(
        "note on updates",
        "this breaking developing more check refresh reload please update: updated: correction:",
        r"(?:this is (?:a|an) )?(?:breaking|developing)(?: news)? (?:story|news)\b.{0,120}$|"
        r"this (?:story|article|post|page|report) (?:is|was|has been|will be) (?:breaking|developing|"
        r"being updated|updated|"
        r"last updated|continually updated)\b.{0,120}$|(?:more (?:to follow|follows|soon|details? soon|"
        r"on this)|check back (?:for|later|soon))\b.{0,80}$|"
        r"(?:updated?|correction): this (?:article|story|post|report) (?:was|has been) \w+[^.]{0,80}\.?$|"
        r"(?:refresh|reload) (?:this|the) page\b.{0,60}$|please (?:check back|refresh)\b.{0,80}$",
    ),
    Wording(
        "contributor credit",
        "additional reporting writing editing research production compiled edited written reported with — "
        "– - information —with",
        r"\(?(?:additional )?(?:reporting|writing|editing|research|production|compiled|edited|written|"
        r"reported)(?: was)?(?: contributed| provided)?(?: and (?:writing|editing|"
        r"reporting))? (?:by|from) [a-z].{1,200}$|"
        r"(?:[—–-]\s*)?with (?:assistance|reporting|files|contributions?|additional reporting|"
        r"inputs?) (?:by|from) .{1,160}$|"
        r"information from:? .{1,120}$",
    ),
    Wording(
        "contact line",
        "contact email e-mail write reach call text tip message do have got we know seen witnessed heard "
        "please send submit upload get",
        r"(?:contact|e-?mail|write to|reach|call|text|tip off|message) (?:us|the (?:writer|author|"
        r"reporter|editor|newsroom|news ?desk)s?|our (?:news|reporter|newsroom|team)\w*|"
        r"[A-Z]\w+(?: [A-Z][\w-]+){0,2})"
        r"(?:\s(?:directly|team|desk))? (?:at|on|via|by|with)\b.{1,200}$|"
        r"(?:[A-Z]\w+ ){1,3}can be (?:reached|contacted|emailed) (?:at|on|via)\b.{1,120}$|"
        r"(?:do you have|have you got|got|have) (?:a |an |any |more )?(?:story|stories|news|tip|tips|"
        r"information|info|confidential)\b.{0,40}\?.{0,240}$|"
        r"we pay (?:for|cash)\b.{0,300}$|(?:know|seen|witnessed|heard) (?:something|anything|"
        r"more)\b.{0,60}\? ?(?:e-?mail|contact|call|tell|get in touch|send).{0,200}$|"
        r"(?:please )?(?:send|submit|upload) (?:us |your |tips|photos|pictures|videos).{0,160}$|"
        r"get in touch\b.{0,160}$",
    ),
    Wording(
        "follow prompt",
        "please follow like join find add connect on",
        r"(?:please )?(?:follow [\w.,@’' -]{2,140}?|(?:like|join|find|add|connect with) (?:us|me|him|her|"
        r"them|our|"
        r"@\w{1,40}|(?-i:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}))) (?:on|at|via)[: ]+(?:our )?(?:facebook|"
        r"twitter|x\b|instagram|linkedin|"
        r"youtube|whatsapp|telegram|tiktok|google|social|apple|threads|bluesky|mastodon)\b.{0,160}$|"
        r"(?:follow|on (?:twitter|facebook|instagram))[: ]+(?:https?:|@).{0,120}$|follow (?:us|"
        r"@\w+)\b.{0,80}$",
    ),
    Wording(
        "cookie notice",
        "this our we accept reject manage cookie privacy terms by",
        r"(?:this|our) (?:site|website|page) (?:uses|use) cookies\b.{0,300}$|"
        r"we (?:and our partners )?use cookies\b.{0,400}$|"
        r"(?:accept|reject|manage)(?: all)? cookies\b.{0,60}$|(?:cookie|privacy) (?:policy|notice|"
        r"settings|preferences|statement)\W*$|"
        r"terms (?:of|and) (?:use|service|conditions)\b.{0,40}$|by (?:continuing|using|clicking|"
        r"signing up|subscribing)\b[^.]{0,120}\b(?:you (?:agree|accept|consent)|cookies)\b.{0,200}$",
    ),
    Wording(
        "player or gallery label",
        "media this scroll play watch view see open close pause skip launch photo photos video videos "
        "image images picture pictures gallery galleries slideshow audio live listen graphic infographic "
        "map # hide toggle show enlarge click loading unable just tap now up next auto-play autoplay your "
        "loading... loading…",
        r"(?:media playback is (?:un|not )supported.{0,40}|this (?:video|content|"
        r"browser)[^.]{0,30}(?:can(?:not|'?t) be|is not|is no longer|does not) .{0,60}|"
        r"scroll(?: down)? for (?:more )?(?:videos?|photos?|pictures?).{0,20}|(?:play|watch|view|see|"
        r"open|close|pause|skip|launch)(?: the| this| full| all| more)? (?:videos?|slideshows?|"
        r"galler(?:y|ies)|images?|photos?|pictures)\b.{0,30}|"
        r"(?:photos?|videos?|images?|pictures?|galler(?:y|ies)|slideshow|audio|live|listen|graphic|"
        r"infographic|map)(?: ?\(\d+ \w+\)| \d+ of \d+)?|"
        r"\d+ (?:of|/) \d+|\d+ (?:photos?|images?|pictures?)|(?:hide|toggle|show) caption.{0,20}|"
        r"enlarge(?: this)? (?:image|photo).{0,160}|"
        r"just watched\b.{0,400}\b(?:replay|must watch)\b.{0,400}|"
        r"(?:\d{1,3} )?show all\b.{0,80}|click (?:here )?to (?:enlarge|expand|play|zoom).{0,40}|"
        r"loading(?:\.{3}|…)?|"
        r"unable to load.{0,60}|tap (?:here )?to (?:play|unmute).{0,30}|"
        r"(?:now playing|up next|next up|auto-?play)\b.{0,60}|your browser does not support.{0,60})$",
    ),
    Wording(
        "page furniture",
        "source via original back return jump scroll skip go to prev previous next menu home search close "
        "print font text savesave save saved savesavesavesave listen tag: tags: topic: topics: filed "
        "category: categories: keyword: keywords: more report was log login sign signin register my "
        "download get support donate correction republish buy order registration license",
        r"(?:source (?:link|url)|via link|original (?:article|source|link)|(?:back|return|jump|scroll|"
        r"skip|go) to (?:the )?(?:top|content|main|home|navigation)\b.{0,24}|"
        r"prev(?:ious)?(?: (?:article|post|story|page))?|next(?: (?:article|post|story|page))?|menu|"
        r"home|search|close|print(?: this)?|font size.{0,20}|text size.{0,20}|"
        r"(?:save){1,6}|saved|order reprints.{0,200}|registration number.{0,80}|"
        r"license for publishing.{0,60}|listen to (?:this )?(?:article|story).{0,20}|tags?:.{0,160}|"
        r"topics?:.{0,160}|filed under:?.{0,160}|categor(?:y|ies):.{0,120}|keywords?:.{0,160}|"
        r"more (?:in|on|about):.{0,120}|report (?:this|an? (?:error|typo)).{0,60}|was this (?:article|"
        r"page|story) helpful.{0,60}|log ?in|sign ?in|register|my account|"
        r"download (?:the|our) .{0,40}\bapp\b.{0,60}|get the app\b.{0,40}|support (?:us|our|"
        r"independent|local) .{0,30}journalism\b.{0,120}|donate(?: now| today)?|"
        r"correction request|republish this.{0,60}|buy (?:prints|a licence|reprints).{0,40})[.:>»]?$",
    ),
    Wording(
        "source note",
        "h/t source sources via from credit source: sources: via: from: credit: this a originally first read",
        r"\(h/t [^()]{2,60}\)\.?$|(?:sources?|via|from|credit)\s?: ?(?:[\w.&'’/-]+ ?){1,6}$|"
        r"(?:this (?:article|story|piece|"
        r"post|report)|a version of this (?:article|story)) (?:was |is )?(?:originally |first |"
        r"also )?(?:appeared|published|produced|republished|adapted|translated|syndicated)\b.{0,200}$|"
        r"(?:originally|first) published (?:by|in|on|at)\b.{0,120}$|read the original (?:article|"
        r"story)\b.{0,200}$",
    ),
    Wording(
        "related link",
        "read see watch learn find know discover view explore check show load browse click tap for "
        "related related: more more: read: see: watch: video: related:",
        r"(?:read|see|watch|video|learn|find out|know|discover|view|explore|more|"
        r"check out)(?: the)?(?: full (?:story|article|report|coverage))?(?: (?:more|also|next|on|here|"
        r"further|about|it|now)){0,3}\s?[:|»>…]\s?.{0,240}$|"
        r"read (?:it all|the rest|the whole (?:thing|story|piece)) (?:here|at)\b.{0,60}$|"
        r"(?:read|see|learn|find out|view|show|load|browse) (?:more|also|next|full (?:story|article|"
        r"report|coverage)|the full (?:story|article|report))\b[^.,]{0,100}[.…]{0,3}$|"
        r"(?:click|tap) (?:here|to|on|the|for|below)\b[^“\"]{0,160}$|for (?:more|full|all|further|"
        r"continuing)\b.{0,60}(?:coverage|news|stories|information|details|updates|visit|go to|"
        r"click)\b[^“\"]{0,140}(?:https?:|www\.|\bhere\b|\.com|visit|click)[^“\"]{0,140}$|"
        r"related(?: (?:articles?|stor(?:y|ies)|content|links?|topics?|posts?|videos?|news|coverage|"
        r"reading))?\s?[:|–-]\s?.{1,240}$",
    ),
)
RELATED_HEADING = _rule(
    r"(?:related|recommended|recommended (?:for you|reading)|more (?:from|on|in|stories|news|coverage|"
    r"like this|top stories)\b.{0,50}|"
    r"(?:related|recent|latest|popular|trending|top|other|similar|featured|must[- ]read|most popular|"
    r"more) (?:articles?|stor(?:y|ies)|posts?|news|links?|content|videos?|coverage|topics?|reads?|"
    r"headlines|now|right now)\b.{0,24}|"
    r"(?:most|best) (?:read|viewed|popular|shared|watched|commented)\b.{0,40}|(?:our|other|"
    r"more) (?:readers|users|people) (?:are|also)\b.{0,40}|(?:people|readers|users) also (?:read|liked?|"
    r"viewed)\b.{0,20}|"
    r"(?:you (?:may|might|will|could|'?ll) (?:also |be )?(?:like|love|enjoy|interested in|want to read)|"
    r"also (?:read|on|in|see)|see also|read also|read (?:more|next)|what to (?:read|watch|know) next|"
    r"don'?t miss|editor'?s'? (?:picks?|choice)|"
    r"trending(?: now)?|up next|in case you missed it|today'?s (?:top|best|coverage)\b.{0,60}|"
    r"further reading|in this (?:section|story)|the latest|suggested\b.{0,20}|around the web|"
    r"from (?:our partners|around the web|the web)|you might have missed)\b.{0,24})"
    r"\s?[:»>…]?$"
)
SHOUTED_PROMO = re.compile(
    r"(?:MOST (?:READ|POPULAR|VIEWED|SHARED)|READ MORE|MORE (?:FROM|ON)|CLICK HERE|READ NEXT|ALSO READ|"
    r"READ ALSO|TOP STORIES)\b(?! [a-z])"
)
SHOUTED_LABEL = re.compile(
    r"(?:RELATED|TRENDING|DON['’]?T MISS|RECOMMENDED|SEE ALSO|WATCH(?: NOW| LIVE| MORE)?|"
    r"LATEST NEWS)\b(?! [a-z])"
)
LINK_TAIL = _rule(
    r".{0,240}\s(?:read more|read the full story|click here|see more|learn more|"
    r"continue reading)\s?[.…»>→]{0,3}$"
)
READER_CALL = _rule(
    r"\b(?:(?:like|follow|find|join|chat with|check) us (?:out )?(?:on|in|at)\b|email the author\b|"
    r"share it with (?:a friend|friends|your)\b|follow (?:her|him|them|"
    r"[A-Z]\w+(?: \w+){0,4}?) (?:on twitter )?@\w|"
    r"by subscribing now\b|send us (?:a note|an email|your)\b|opinions expressed (?:in this|here)\b|"
    r"stay up to date (?:on|with)\b|"
    r"can be (?:reached|contacted|emailed) (?:at|on|via)\b.{0,60}@)"
)
CONTRIBUTED = _rule(
    r".{2,200}?\bcontributed(?: (?:to|reporting(?: (?:to|for))?) (?:this|the) (?:report|story|article|"
    r"piece|post)|"
    r" reporting| additional reporting|(?: \w+){0,3} from [A-Z].{0,80})\b.{0,60}$"
)
COMMENTS_HEADING = _rule(
    r"(?:leave (?:a|your) (?:reply|comment|response)s?\b.{0,40}|(?:post|add|write) a comment|"
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
