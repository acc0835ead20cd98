"""The language server: what `check` finds in a draft, at its words, while it is written. Needs pygls."""

import asyncio
import os
from pathlib import Path
from urllib.parse import quote

from lsprotocol import types as lsp
from msgspec import Struct
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from claimdiff.editors.live_check import LiveCheck, Plan, find_verdicts, plan_check
from claimdiff.editors.positions import TextPositions
from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document, Span
from claimdiff.model.verdict import Check, Evidence, Verdict
from claimdiff.reporting.check_report import EVIDENCE_LEADS, QUIET_RULES, level_of
from claimdiff.reporting.visible import escape_markdown, show_controls
from claimdiff.version import VERSION

_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}
_SUFFIXES = (".md", ".markdown", ".txt", "")
# Seconds without a keystroke before a draft is checked as it stands.
_PAUSE = 0.4


class CheckedDraft(Struct, frozen=True):
    """A draft's text as it was checked, and what was found."""

    text: str
    positions: TextPositions
    check: Check


class DraftServer(LanguageServer):
    """Holds the client's wishes, and the last check of each open draft by its address."""

    def __init__(self) -> None:
        super().__init__("claimdiff", VERSION, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.sources: tuple[str, ...] = ()
        self.flags: dict[str, object] = {}
        self.checked: dict[str, CheckedDraft] = {}
        self._live = LiveCheck()
        self._told: dict[str, str] = {}
        self._working = asyncio.Lock()

    def take_options(self, options: object) -> None:
        """Read initializationOptions: `sources`, `select` and `ignore`, each a string or a list of them."""
        given = options if isinstance(options, dict) else {}
        folders = [to_fs_path(uri) for uri in sorted(self.workspace.folders)]
        root = self.workspace.root_path or next(iter(folders), None) or "."
        self.sources = tuple(os.path.join(root, name) for name in _list_strings(given.get("sources")))
        self.flags = {name: _list_strings(given.get(name)) or None for name in ("select", "ignore")}

    async def refresh(self, uri: str) -> CheckedDraft | None:
        """Check a draft as it stands in the editor, unless it already is, and publish what was found.

        Returns None for what is no draft (nothing to hold it against, or a source itself) and where the
        check can't be made; the reason is shown once.
        """
        path = to_fs_path(uri)
        if path is None or os.path.splitext(path)[1].lower() not in _SUFFIXES:
            return None
        async with self._working:
            text = self.workspace.get_text_document(uri).source
            try:
                plan = plan_check(Path(path), self.sources, **self.flags)
                if not plan.sources or _is_source(path, plan):
                    return None
                check = await asyncio.to_thread(self._live.check_text, path, text, plan)
            except ClaimdiffError as error:
                self._tell(uri, str(error))
                self._publish(uri, [])
                return None
            self._told.pop(uri, None)
            encoding = str(getattr(self.workspace.position_encoding, "value", "utf-16"))
            draft = CheckedDraft(text, TextPositions(check.documents[0].text, encoding), check)
            self.checked[uri] = draft
            self._publish(uri, _list_diagnostics(draft, encoding))
            return draft

    async def find_current(self, uri: str) -> CheckedDraft | None:
        """Return the check of a draft as it stands now, made anew where the draft has changed since."""
        draft = self.checked.get(uri)
        if draft is not None and draft.text == self.workspace.get_text_document(uri).source:
            return draft
        return await self.refresh(uri)

    def _publish(self, uri: str, found: list[lsp.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found))

    def _tell(self, uri: str, message: str) -> None:
        self.checked.pop(uri, None)
        if self._told.get(uri) != message:
            self._told[uri] = message
            kind = lsp.MessageType.Warning
            self.window_show_message(lsp.ShowMessageParams(kind, f"claimdiff: {show_controls(message)}"))


def _list_strings(value: object) -> list[str]:
    entries = value if isinstance(value, list) else [value]
    return [entry for entry in entries if isinstance(entry, str) and entry]


def _is_source(path: str, plan: Plan) -> bool:
    real = Path(os.path.realpath(path))
    return any(real.is_relative_to(os.path.realpath(source)) for source in plan.sources)


def _list_diagnostics(draft: CheckedDraft, encoding: str) -> list[lsp.Diagnostic]:
    documents = {document.id: document for document in draft.check.documents}
    return [
        lsp.Diagnostic(
            range=_make_range(draft.positions, span),
            message=show_controls(f"{verdict.verdict}: {verdict.message}"),
            severity=_SEVERITIES[level_of(verdict)],
            code=verdict.rule,
            source="claimdiff",
            related_information=[
                lsp.DiagnosticRelatedInformation(
                    _locate_evidence(documents[item.document_id], item, encoding),
                    _phrase_evidence(documents[item.document_id], item),
                )
                for item in verdict.evidence
            ],
            data={"fingerprint": verdict.fingerprint},
        )
        for verdict in draft.check.verdicts
        if verdict.rule not in QUIET_RULES
        for span in _join_spans(draft.text, verdict.words or verdict.spans)
    ]


def _join_spans(text: str, spans: tuple[Span, ...]) -> list[Span]:
    """Join words that only spaces or marks part: one line under them, one entry in the editor's list."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not any(map(str.isalnum, text[joined[-1].end : span.start])):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _make_range(positions: TextPositions, span: Span) -> lsp.Range:
    start, end = positions.locate(span.start), positions.locate(span.end)
    return lsp.Range(lsp.Position(*start), lsp.Position(*end))


def _locate_evidence(source: Document, item: Evidence, encoding: str) -> lsp.Location:
    """Return where the evidence stands in the source's file.

    A record of JSON lines is found by its line; in other formats than plain text, only the file is.
    """
    path, mark, number = source.path.rpartition("#")
    if source.format in ("text", "markdown"):
        found = _make_range(TextPositions(source.text, encoding), item.spans[0])
        path = source.path
    else:
        line = int(number) - 1 if mark and path.endswith(("l", "L")) and number.isdecimal() else 0
        found = lsp.Range(lsp.Position(line, 0), lsp.Position(line, 0))
        path = path if mark else source.path
    absolute = os.path.abspath(path)
    return lsp.Location(from_fs_path(absolute) or f"file://{quote(absolute)}", found)


def _phrase_evidence(source: Document, item: Evidence) -> str:
    quoted = " … ".join(source.quote(span) for span in item.spans)
    return show_controls(f"{source.label} {EVIDENCE_LEADS[item.relation]}: “{quoted}”")


def _describe(draft: CheckedDraft, verdict: Verdict) -> str:
    """Return a verdict and its evidence as Markdown in which no source's text can act."""
    documents = {document.id: document for document in draft.check.documents}
    rows = [f"**{verdict.rule} {verdict.verdict}**: {escape_markdown(verdict.message)}", ""]
    for item in verdict.evidence:
        source = documents[item.document_id]
        line = TextPositions(source.text).locate(item.spans[0].start)[0] + 1
        place = f"{os.path.basename(source.path)}:{line}"
        rows.append(f"- {escape_markdown(_phrase_evidence(source, item))} ({escape_markdown(place)})")
    return "\n".join(rows)


def _offer_fix(draft: CheckedDraft, uri: str, verdict: Verdict) -> lsp.CodeAction | None:
    """Return the edit that writes the source's words instead, where they are a clear counterpart."""
    if not verdict.replacements:
        return None
    labels = {document.id: document.label for document in draft.check.documents}
    label = labels[verdict.evidence[0].document_id] if verdict.evidence else "the source"
    words = " … ".join(row.text for row in verdict.replacements)
    edits = [lsp.TextEdit(_make_range(draft.positions, row.span), row.text) for row in verdict.replacements]
    return lsp.CodeAction(
        title=show_controls(f"Write “{words}”, as {label} has it"),
        kind=lsp.CodeActionKind.QuickFix,
        edit=lsp.WorkspaceEdit(changes={uri: edits}),
    )


def build_server() -> DraftServer:
    """Return a server with its features, not yet listening."""
    server = DraftServer()

    @server.feature(lsp.INITIALIZE)
    def start(params: lsp.InitializeParams) -> None:
        server.take_options(params.initialization_options)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def open_draft(params: lsp.DidOpenTextDocumentParams) -> None:
        await server.refresh(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def follow(params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        text = server.workspace.get_text_document(uri).source
        await asyncio.sleep(_PAUSE)
        if uri in server.workspace.text_documents and server.workspace.get_text_document(uri).source == text:
            await server.find_current(uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def save(_: lsp.DidSaveTextDocumentParams) -> None:
        # What was saved may be a source, or the settings: every open draft is looked at again.
        for uri in sorted(server.workspace.text_documents):
            await server.refresh(uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def close(params: lsp.DidCloseTextDocumentParams) -> None:
        server.checked.pop(params.text_document.uri, None)
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        draft, found = await _find_under(server, params.text_document.uri, params.position)
        if draft is None or not found:
            return None
        shown = "\n\n---\n\n".join(_describe(draft, verdict) for verdict in found)
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, shown))

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def jump(params: lsp.DefinitionParams) -> list[lsp.Location]:
        draft, found = await _find_under(server, params.text_document.uri, params.position)
        if draft is None:
            return []
        documents = {document.id: document for document in draft.check.documents}
        encoding = draft.positions.encoding
        return [
            _locate_evidence(documents[item.document_id], item, encoding)
            for verdict in found[:1]
            for item in verdict.evidence
        ]

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])
    )
    async def offer(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        draft = await server.find_current(uri)
        if draft is None:
            return []
        first, last = (
            draft.positions.find_offset(at.line, at.character)
            for at in (params.range.start, params.range.end)
        )
        near = [
            verdict
            for verdict in draft.check.verdicts
            if any(s.start <= last and first <= s.end for s in verdict.words or verdict.spans)
        ]
        offers = [_offer_fix(draft, uri, verdict) for verdict in near]
        return [one for one in offers if one is not None]

    return server


async def _find_under(
    server: DraftServer, uri: str, position: lsp.Position
) -> tuple[CheckedDraft | None, list[Verdict]]:
    draft = await server.find_current(uri)
    if draft is None:
        return None, []
    offset = draft.positions.find_offset(position.line, position.character)
    return draft, find_verdicts(draft.check, offset)


def serve() -> None:
    """Serve one client on standard input and output until it says exit."""
    build_server().start_io()
