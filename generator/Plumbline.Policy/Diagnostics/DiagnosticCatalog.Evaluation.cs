namespace Plumbline.Policy.Diagnostics;

/// <content>PLB2130 to PLB2139: what evaluating a definition has to say.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB2130: an evaluation failed.</summary>
    public static Diagnostic PolicyEvaluationFailed(SourceLocation at, string reason) =>
        Error("PLB2130", at, $"the evaluation failed, which is an implicit deny at enforcement: {Limited(reason)}", "guard the expression, with tryGet() or if(), or give it what it reads");

    /// <summary>PLB2131: a definition can be read but not evaluated.</summary>
    public static Diagnostic DefinitionNotEvaluable(SourceLocation at, string reason) =>
        Error("PLB2131", at, $"the definition cannot be evaluated: {Limited(reason)}");

    /// <summary>PLB2132: an effect left something as it was, or a mode is not evaluated here.</summary>
    public static Diagnostic EvaluationRemark(SourceLocation at, string remark) => Information("PLB2132", at, Limited(remark));

    /// <summary>PLB2133: an initiative refers to a definition that was not given.</summary>
    public static Diagnostic ReferencedDefinitionMissing(SourceLocation at, string reference, string definition) =>
        Error("PLB2133", at, $"the definition '{Shortened(definition)}' of reference '{Shortened(reference)}' was not given, so the initiative cannot be evaluated", "give it under 'definitions'");

    /// <summary>PLB2134: an expression that was asked for by itself cannot be read, is refused or fails.</summary>
    public static Diagnostic ExpressionWithoutValue(SourceLocation at, string reason) =>
        Error("PLB2134", at, $"the expression has no value: {Limited(reason)}");

    // Reasons quote values of the author's.
    private static string Limited(string text) => text.Length <= 220 ? text : string.Concat(text.AsSpan(0, 217), "...");
}
