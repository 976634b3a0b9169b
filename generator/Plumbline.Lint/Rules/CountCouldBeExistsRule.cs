using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>All members are counted only to learn whether there is one. Outside of the default set: an empty array exists, and has none.</summary>
internal sealed class CountCouldBeExistsRule() : DefinitionRule("count-could-be-exists", LintSeverity.Informational, "Members are counted only to learn whether there is one")
{
    /// <inheritdoc/>
    public override bool IsDefault => false;

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Leaf is { Subject: FieldCountSubject { Where: null }, Operand.Literal: IntegerValue { Value: var number } } leaf && AsksForAny(leaf.Operator, number))
            .Select(site => Finding(document, site.Token, "all members are counted only to learn whether there is one", "write 'exists' on the array, unless an empty array is something else than a missing one"));

    private static bool AsksForAny(Operator used, long number) =>
        (used, number) is (Operator.Greater, 0) or (Operator.GreaterOrEquals, 1) or (Operator.NotEquals, 0) or (Operator.Equals, 0) or (Operator.Less, 1) or (Operator.LessOrEquals, 0);
}
