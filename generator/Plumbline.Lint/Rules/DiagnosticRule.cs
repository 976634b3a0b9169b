using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Rules;

/// <summary>A rule that the parser decides: what it reports under certain codes.</summary>
internal abstract class DiagnosticRule(string id, LintSeverity severity, string title, params ReadOnlySpan<string> codes) : LintRule(id, severity, title)
{
    private readonly string[] codes = [.. codes];

    /// <summary>The codes of the parser's diagnostics that are this rule's findings.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) => document.Diagnostics.Where(diagnostic => codes.Contains(diagnostic.Code)).Select(Finding);

    private LintFinding Finding(Diagnostic diagnostic) => Finding(diagnostic.Location, diagnostic.Message, diagnostic.Help);
}
