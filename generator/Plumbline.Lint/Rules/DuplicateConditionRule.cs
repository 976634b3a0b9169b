using System.Collections.Immutable;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>Equal conditions beside each other: the second changes nothing, and another one was probably meant.</summary>
public sealed class DuplicateConditionRule() : LintRule("duplicate-condition", LintSeverity.Warning, "Condition that is there twice")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from node in subject.Conditions
        let siblings = Operands(node.Condition)
        from index in Enumerable.Range(0, siblings.Length)
        where siblings.Take(index).Any(earlier => Text(earlier) == Text(siblings[index]))
        let place = siblings[index].Location
        where place is not null
        select Finding(place, "the same condition stands before this one: this one changes nothing", "remove it, or write the condition that was meant");

    private static string Text(Condition condition) => PolicyJsonWriter.Write(condition).ToString(Newtonsoft.Json.Formatting.None);

    private static ImmutableArray<Condition> Operands(Condition condition) => condition switch
    {
        AllOfCondition all => all.Operands,
        AnyOfCondition any => any.Operands,
        _ => [],
    };
}
