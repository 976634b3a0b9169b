using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>The members of an array that equal a value are counted only to learn whether there is one: <c>contains</c> says it, also of missing and empty arrays. Outside of the default set: a count may be easier to read.</summary>
/// <remarks>A count without <c>where</c> is left alone: <c>exists</c> would not be the same, because an empty array exists.</remarks>
internal sealed class CountCouldBeContainsRule() : DefinitionRule("count-could-be-contains", LintSeverity.Informational, "Equal members are counted only to learn whether there is one")
{
    private const string Members = "[*]";

    /// <inheritdoc/>
    public override bool IsDefault => false;

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Counts == 0)
            .Select(site => (Site: site, Plain: PlainOf(site.Leaf)))
            .Where(found => found.Plain is not null)
            .Select(found => Finding(
                document,
                found.Site.Token,
                $"members that equal a value are counted only to learn whether there is one: it is '{found.Plain}' on the array",
                $"write '{found.Plain}' on the array, without [*]"));

    private static string? PlainOf(LeafCondition? leaf) =>
        leaf is { Subject: FieldCountSubject count, Operand.Literal: IntegerValue { Value: var number } } && IsOfEqualMembers(count) ? Asks(leaf.Operator, number) : null;

    private static bool IsOfEqualMembers(FieldCountSubject count) =>
        count.Field.EndsWith(Members, StringComparison.Ordinal) && count.Field.IndexOf(Members, StringComparison.Ordinal) == count.Field.Length - Members.Length
        && count.Where is LeafCondition { Subject: FieldSubject { Field: var member }, Operator: Operator.Equals, Operand.Literal: TextValue { Value: { Length: > 0 } text } }
        && string.Equals(member, count.Field, StringComparison.OrdinalIgnoreCase) && !TemplateText.IsExpression(text);

    private static string? Asks(Operator used, long number) => (used, number) switch
    {
        (Operator.Greater, 0) or (Operator.GreaterOrEquals, 1) or (Operator.NotEquals, 0) => "contains",
        (Operator.Equals, 0) or (Operator.Less, 1) or (Operator.LessOrEquals, 0) => "notContains",
        _ => null,
    };
}
