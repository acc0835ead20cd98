"""A check as SARIF 2.1.0 (OASIS standard, March 2020), with the sources as related locations."""

import json
from urllib.parse import quote

from claimdiff.model.verdict import Check, Rule
from claimdiff.reporting.check_report import Problem, list_problems
from claimdiff.reporting.report_shape import SpanRow
from claimdiff.version import VERSION

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"contradicted": "error", "altered-quotation": "error", "misattributed-quotation": "error"}


def render_sarif(check: Check, rules: tuple[Rule, ...]) -> str:
    """Return a SARIF log of one run; columns count code points, as the log says."""
    order = {rule.code: n for n, rule in enumerate(rules)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "claimdiff",
                        "version": VERSION,
                        "rules": [_describe(rule) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, order) for problem in list_problems(check)],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _describe(rule: Rule) -> dict[str, object]:
    level = _LEVELS.get(rule.verdict, "warning" if rule.verdict == "unsupported" else "note")
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": f"{rule.example} {rule.remedy}"},
        "defaultConfiguration": {"level": level},
    }


def _result(problem: Problem, order: dict[str, int]) -> dict[str, object]:
    marked = problem.words or problem.spans
    result: dict[str, object] = {
        "ruleId": problem.rule,
        "ruleIndex": order[problem.rule],
        "level": problem.level,
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": _place(problem.path, marked[0])}],
        "partialFingerprints": {"claimdiff/v1": problem.fingerprint},
        "rank": round(problem.probability * 100, 1),
    }
    related = [
        {
            "id": number,
            "message": {"text": f"{note.label} ({note.relation}): {note.span.quote}"},
            "physicalLocation": _place(note.path, note.span),
        }
        for number, note in enumerate(problem.evidence)
    ]
    if related:
        result["relatedLocations"] = related
    if problem.fixes:
        result["fixes"] = [_fix(problem)]
    return result


def _fix(problem: Problem) -> dict[str, object]:
    """Return what puts the source's words in the draft's place, as one change of one file."""
    words = " … ".join(row.text for row in problem.fixes)
    replacements = [
        {"deletedRegion": _place(problem.path, row.span)["region"], "insertedContent": {"text": row.text}}
        for row in problem.fixes
    ]
    location = _place(problem.path, problem.fixes[0].span)["artifactLocation"]
    return {
        "description": {"text": f"Use the source's words: “{words}”"},
        "artifactChanges": [{"artifactLocation": location, "replacements": replacements}],
    }


def _place(path: str, span: SpanRow) -> dict[str, object]:
    # A quote may run over a line end; then line and column of its start are all that is certain.
    lines = span.quote.splitlines() or [""]
    region: dict[str, object] = {
        "startLine": span.line,
        "startColumn": span.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.quote},
    }
    if len(lines) == 1:
        region["endColumn"] = span.column + span.end - span.start
    return {"artifactLocation": {"uri": quote(path.replace("\\", "/"))}, "region": region}
