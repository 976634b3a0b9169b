using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Fields;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A rule on fields that <see cref="FieldRules"/> decides by aliases and schemas.</summary>
internal abstract class FieldRule(string id, LintSeverity severity, string title) : DefinitionRule(id, severity, title)
{
    /// <summary>Whether the finding stands where the field is named, not where its condition starts.</summary>
    protected virtual bool IsAboutTheName => true;

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.FieldFindings.Where(finding => finding.RuleId == Id).Select(finding => Finding(PlaceOf(document, finding), finding.Message, finding.Help));

    private SourceLocation PlaceOf(LintDocument document, FieldFinding finding)
    {
        var around = finding.Location ?? document.At(null);
        if (!IsAboutTheName || finding.Field is not { } field) return around;
        var condition = document.Conditions.FirstOrDefault(site => document.At(site.Token).Span == around.Span)?.Token ?? (document.Then as JContainer);
        return condition?.Descendants().OfType<JValue>().FirstOrDefault(value => Names(value, field)) is { } name ? document.At(name) : around;
    }

    private static bool Names(JValue value, string field) => value.Value is string text && text.Contains(field, StringComparison.OrdinalIgnoreCase);
}
