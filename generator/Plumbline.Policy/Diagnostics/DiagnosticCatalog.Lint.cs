namespace Plumbline.Policy.Diagnostics;

/// <content>PLB3510 to PLB3559: the linter's configuration. Its findings have identifiers of their own.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB3510: a severity is set for a rule that there is not.</summary>
    public static Diagnostic UnknownLintRule(SourceLocation at, string rule, string? nearest) =>
        Error("PLB3510", at, $"there is no lint rule '{Shortened(rule)}'", DidYouMean(nearest) ?? "list the rules with 'plumbline lint --list-rules'");
}
