namespace Plumbline.Policy.Diagnostics;

/// <content>PLB3510 to PLB3559: the linter itself; what it finds in documents has identifiers of rules instead.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB3510: a rule is named that does not exist.</summary>
    public static Diagnostic UnknownLintRule(SourceLocation at, string rule, string? nearest) =>
        Error("PLB3510", at, $"there is no lint rule '{Shortened(rule)}'", DidYouMean(nearest) ?? "run 'plumbline lint --list-rules'");

    /// <summary>PLB3511: there is nothing to lint.</summary>
    public static Diagnostic NothingToLint(SourceLocation at) =>
        Error("PLB3511", at, "no policy definition or initiative was found here, so nothing was linted", "name files, or folders with *.json or *.jsonc");

    /// <summary>PLB3512: a suppression of the configuration has nothing to suppress.</summary>
    public static Diagnostic LintSuppressionUnused(SourceLocation at, string rule, string files) =>
        Warning("PLB3512", at, $"nothing is left for the suppression of {Shortened(rule)} in '{Shortened(files)}' to suppress", "remove it");
}
