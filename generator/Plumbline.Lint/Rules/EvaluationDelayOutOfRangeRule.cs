using System.Xml;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>An evaluation delay is no duration from 0 to 360 minutes.</summary>
internal sealed class EvaluationDelayOutOfRangeRule() : DefinitionRule("evaluation-delay-out-of-range", LintSeverity.Error, "An evaluation delay is no duration that Azure takes")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        definition.Then.TypedDetails is ExistenceDetails { EvaluationDelay: TextValue { Value: var delay } } && delay.StartsWith('P') && !IsAllowed(delay)
            ? [Finding(
                document,
                document.Then?.Member("details")?.Member("evaluationDelay"),
                $"'evaluationDelay' is '{delay}', which is no duration from 0 to 360 minutes: Azure refuses it",
                "write a duration such as PT10M")]
            : [];

    private static bool IsAllowed(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text) is { Ticks: >= 0, TotalMinutes: <= 360 };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
