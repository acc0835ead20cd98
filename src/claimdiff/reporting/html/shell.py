"""The page around the findings: style and script inside, and a policy that allows nothing else."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from string import Template

from msgspec import Struct

from claimdiff.reporting.html.markup import Html, join, tag, text


class Shell(Struct, frozen=True):
    """What stands around the content: `kinds` and `sources` (value, name) fill the filters."""

    title: str
    summary: str
    parts: Sequence[str]
    kinds: Sequence[str]
    sources: Sequence[tuple[str, str]]
    footer: str


def wrap_page(shell: Shell, content: Html) -> str:
    """Return the whole page; parts that the content doesn't have get no link."""
    style, script = _read_asset("page.css"), _read_asset("page.js")
    present = [part for part in shell.parts if f"<section id={part}>" in content]
    return Template(_read_asset("page.html")).substitute(
        policy=_write_policy(style, script),
        title=text(shell.title),
        summary=text(shell.summary),
        style=style,
        script=script,
        parts=join([tag("a", text(part), href=f"#{part}") for part in present]),
        kinds=join([tag("option", text(kind)) for kind in dict.fromkeys(shell.kinds)]),
        sources=join([tag("option", text(name), value=value) for value, name in shell.sources]),
        content=content,
        footer=text(shell.footer),
    )


def _read_asset(name: str) -> str:
    return files("claimdiff.reporting.html").joinpath(name).read_text(encoding="utf-8")


def _write_policy(style: str, script: str) -> Html:
    hashes = [b64encode(sha256(part.encode()).digest()).decode() for part in (style, script)]
    return Html(
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
