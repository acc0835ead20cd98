"""`claimdiff compare`."""

import typer

from claimdiff.cli import options


def compare(
    paths: options.Paths,
    format: options.Format = None,
    output: options.Outputs = None,
    with_text: options.WithText = False,
    only: options.Only = None,
    top: options.Top = None,
    all: options.All = False,
    min_sources: options.MinSources = None,
    width: options.Width = None,
    label: options.Labels = None,
    fail_on: options.FailOn = None,
    one_fact_threshold: options.OneFact = None,
    contradiction_threshold: options.Contradict = None,
    max_file_size: options.MaxFileSize = None,
    max_claims: options.MaxClaims = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Compare articles about one story, claim by claim.

    Shows contradictions, disputes, developments, agreement, omissions and quotations.

    \b
    Examples:
      claimdiff compare stories/ferry/
      claimdiff compare a.txt b.txt --only contradictions --all
      claimdiff compare stories/ferry/ --format json > report.json
      claimdiff compare stories/ferry/ -o json=report.json --fail-on contradiction
      curl -s https://example.org/a.txt | claimdiff compare - b.txt

    \b
    Exit codes:
      0  done
      1  done, and something that --fail-on names was found
      2  the command line or the settings are wrong, or nothing could be read
      3  done, but some input was rejected
    """
    from claimdiff.cli.outputs import deliver, parse_targets, refuse_overwriting
    from claimdiff.cli.running import compare_paths, present, warn_about_json
    from claimdiff.reporting.formats import FORMATS, render_comparison

    loaded = options.load_flags(
        settings,
        label,
        one_fact_threshold=one_fact_threshold,
        contradiction_threshold=contradiction_threshold,
        max_file_size=max_file_size,
        max_claims=max_claims,
        fail_on=[name.value for name in fail_on] if fail_on else None,
        top=0 if all else top,
        min_sources=min_sources,
    )
    plan = parse_targets(output or [], FORMATS, format)
    comparison, code = compare_paths(paths, loaded, label or (), quiet=quiet)
    refuse_overwriting((target.path for target in plan.targets), comparison.documents)
    presentation = present(loaded.preferences, only or [], width, with_text)
    if not quiet and only:
        warn_about_json(plan)
    deliver(plan, lambda name, look: render_comparison(comparison, name, look), presentation)
    raise typer.Exit(code)
