using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>The words for <see cref="ComplianceState"/>.</summary>
public static class ComplianceStates
{
    /// <summary>All states in the order a reader cares about them: what needs work first, what is fine last.</summary>
    public static ImmutableArray<ComplianceState> WorstFirst { get; } =
    [
        ComplianceState.NonCompliant, ComplianceState.Error, ComplianceState.Conflict, ComplianceState.Other, ComplianceState.Unknown,
        ComplianceState.NotStarted, ComplianceState.Exempt, ComplianceState.Protected, ComplianceState.Compliant,
    ];

    /// <summary>The state a word stands for, without regard to case: Azure's surfaces write <c>conflict</c>, <c>Conflict</c> and <c>Conflicting</c>.</summary>
    public static ComplianceState Parse(string text) => text.ToUpperInvariant() switch
    {
        "NONCOMPLIANT" => ComplianceState.NonCompliant,
        "COMPLIANT" => ComplianceState.Compliant,
        "ERROR" => ComplianceState.Error,
        "CONFLICT" or "CONFLICTING" => ComplianceState.Conflict,
        "PROTECTED" => ComplianceState.Protected,
        "EXEMPT" => ComplianceState.Exempt,
        "UNKNOWN" => ComplianceState.Unknown,
        "NOTSTARTED" or "NOTREGISTERED" => ComplianceState.NotStarted,
        _ => ComplianceState.Other,
    };

    /// <summary>The state in words, such as <c>Non-compliant</c>.</summary>
    public static string Label(ComplianceState state) => state switch
    {
        ComplianceState.NonCompliant => "Non-compliant",
        ComplianceState.NotStarted => "Not started",
        _ => state.ToString(),
    };

    /// <summary>The word as Azure wrote it: without the <c>other:</c> that a reader may have kept an unknown word with.</summary>
    internal static string Word(string text) => text.StartsWith("other:", StringComparison.OrdinalIgnoreCase) ? text["other:".Length..] : text;

    internal static int Attention(ComplianceState state) => WorstFirst.IndexOf(state);
}
