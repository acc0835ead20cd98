"""The frame of a page: head with its Content-Security-Policy, toolbar, styles and script."""

import base64
from hashlib import sha256
from importlib.resources import files

from claimdiff.reporting.page.elements import Child, Markup, tag
from claimdiff.version import VERSION


def wrap_page(title: str, *body: Child) -> str:
    """Return a whole page. Its policy allows its own style and script, by their digests, and nothing else."""
    style, script = _read_asset("page.css"), _read_asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content=f"claimdiff {VERSION}"),
        tag("title", title),
        Markup(f"<style>{style}</style>"),
    )
    page = tag(
        "html",
        head,
        tag("body", tag("a", "Skip to the findings", href="#findings", class_="skip"), *body, _help()),
        lang="en",
    )
    return f"<!DOCTYPE html>\n{page[: -len('</body></html>')]}<script>{script}</script></body></html>\n"


def build_toolbar(sources: list[tuple[str, str]]) -> Markup:
    """Return search and filters; they are hidden until the script runs."""
    kinds = "quantity date place actor polarity certainty quotation attribution meaning".split()
    return tag(
        "form",
        tag("label", "Search ", tag("input", type="search", id="search", autocomplete="off")),
        _choice("source", "Source", [(key, f"{key} {label}") for key, label in sources]),
        _choice("kind", "Kind", [(kind, kind) for kind in kinds]),
        _choice("count", "Told by", [(str(n), f"{n} or more sources") for n in range(2, len(sources) + 1)]),
        tag("button", "Clear", type="reset"),
        tag("output", id="shown", aria_live="polite"),
        id="tools",
        hidden=True,
        role="search",
    )


def _choice(name: str, label: str, options: list[tuple[str, str]]) -> Markup:
    rows = [tag("option", "all", value="")] + [tag("option", shown, value=value) for value, shown in options]
    return tag("label", f"{label} ", tag("select", *rows, id=f"filter-{name}"))


def _help() -> Markup:
    keys = [
        ("j, k", "next and previous row"),
        ("Enter", "open or close the row"),
        ("/", "search"),
        ("Esc", "clear, close"),
        ("?", "this help"),
    ]
    rows = [join_row(key, meaning) for key, meaning in keys]
    return tag(
        "dialog",
        tag("h2", "Keys", id="help-title"),
        tag("table", tag("tbody", *rows)),
        tag("button", "Close", type="button", id="help-close"),
        id="help",
        aria_labelledby="help-title",
    )


def join_row(key: str, meaning: str) -> Markup:
    """Return a table row of a heading cell and a cell."""
    return tag("tr", tag("th", tag("kbd", key), scope="row"), tag("td", meaning))


def _read_asset(name: str) -> str:
    return files("claimdiff.reporting.page").joinpath("assets", name).read_text("utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(sha256(content.encode()).digest()).decode()
