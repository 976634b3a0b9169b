using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary><c>allOf</c> or <c>anyOf</c> of one condition is that condition.</summary>
public sealed class UnnecessaryQuantifierWrapperRule() : LintRule("unnecessary-quantifier-wrapper", LintSeverity.Informational, "Quantifier of one condition")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Conditions
        .Where(node => (node.Condition is AllOfCondition { Operands.Length: 1 } or AnyOfCondition { Operands.Length: 1 }) && HasOne(node))
        .Select(node => Finding(subject.At(node.Token), $"'{Name(node)}' holds one condition: it changes nothing", "put the condition in its place"));

    // Operands that could not be read are in the text all the same.
    private static bool HasOne(ConditionNode node) => node.Property(Name(node))?.Value is Newtonsoft.Json.Linq.JArray { Count: 1 };

    private static string Name(ConditionNode node) => node.Condition is AllOfCondition ? "allOf" : "anyOf";
}
