using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>A missing property is not <c>false</c>: a resource without it passes the condition by. Outside of the default set: whether that is meant depends on what a missing property means.</summary>
internal sealed class MissingPropertyIsNotFalseRule() : DefinitionRule("missing-property-is-not-false", LintSeverity.Informational, "A missing property is not false")
{
    /// <inheritdoc/>
    public override bool IsDefault => false;

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => IsEqualsFalse(site) && site.Field is { } name && name.Contains('/') && !IsRequired(document, name) && !IsGuarded(document, name))
            .Select(site => Finding(
                document,
                site.Token,
                $"'{site.Field}' equals false only when it is there: a resource that leaves it out does not satisfy the condition",
                "decide what a missing property means, and test it with 'exists'; or write 'notEquals': true"));

    private static bool IsEqualsFalse(ConditionSite site) =>
        site is { Part: RulePart.If, Counts: 0, IsNegated: false, Leaf: { Operator: Operator.Equals } leaf } && IsFalse(leaf.Operand.Literal);

    private static bool IsFalse(PolicyValue value) => value is BooleanValue { Value: false } || (value is TextValue text && string.Equals(text.Value, "false", StringComparison.OrdinalIgnoreCase));

    private static bool IsRequired(LintDocument document, string name) =>
        document.Environment.Aliases.TryFind(name, out var alias) && document.Environment.Schemas.FactsOf(alias) is { IsEverOptional: false };

    // Whoever asks anywhere whether the property is there has thought of it.
    private static bool IsGuarded(LintDocument document, string name) =>
        document.Leaves.Any(other => string.Equals(other.Field, name, StringComparison.OrdinalIgnoreCase) && other.Leaf?.Operator is Operator.Exists or Operator.NotEquals);
}
