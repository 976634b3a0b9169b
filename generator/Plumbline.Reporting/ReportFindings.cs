using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Reporting;

/// <summary>What a reader must know before trusting a report's numbers.</summary>
internal static class ReportFindings
{
    public static ImmutableArray<Diagnostic> Of(
        RunInformation run, ImmutableArray<ComplianceRow> rows, ImmutableArray<ControlResult> controls, ImmutableArray<PolicyResult> others) =>
    [
        .. Incomplete(run),
        .. Stale(run, rows),
        .. UnknownWords(run, rows),
        .. others.Select(other => DiagnosticCatalog.PolicyNotInBaseline(At(run, other), other.Policy.ReferenceId, other.Resources.Total)),
        .. NotEvaluated(controls).Select(policy => DiagnosticCatalog.PolicyWithoutStates(At(run, policy), policy.Policy.ReferenceId)),
    ];

    private static IEnumerable<Diagnostic> Incomplete(RunInformation run) => run.StatesRead == run.StatesExpected
        ? []
        : [DiagnosticCatalog.StatesIncomplete(new(run.Environment), run.StatesRead, run.StatesExpected)];

    private static IEnumerable<Diagnostic> Stale(RunInformation run, ImmutableArray<ComplianceRow> rows)
    {
        var stale = rows.Count(row => run.StartedAt - row.EvaluatedAt > Freshness.StaleAfter);
        return stale == 0 ? [] : [DiagnosticCatalog.StatesStale(new(run.Environment), stale, (int)Freshness.StaleAfter.TotalHours)];
    }

    private static IEnumerable<Diagnostic> UnknownWords(RunInformation run, ImmutableArray<ComplianceRow> rows) =>
        rows.Where(row => ComplianceStates.Parse(row.State) == ComplianceState.Other)
            .GroupBy(row => ComplianceStates.Word(row.State), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => DiagnosticCatalog.StateWordUnknown(new(run.Environment), group.Key, group.Count()));

    private static IEnumerable<PolicyResult> NotEvaluated(ImmutableArray<ControlResult> controls) =>
        controls.SelectMany(control => control.Features)
            .SelectMany(feature => feature.Policies)
            .Where(policy => policy.Evaluation == PolicyEvaluation.NotEvaluated)
            .DistinctBy(policy => policy.Policy.ReferenceId, StringComparer.OrdinalIgnoreCase);

    private static SourceLocation At(RunInformation run, PolicyResult policy) => new(run.Environment, Path: policy.Policy.ReferenceId);
}
