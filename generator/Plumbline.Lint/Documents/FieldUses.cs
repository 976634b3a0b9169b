using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Documents;

/// <summary>Finds the places of a definition that name fields.</summary>
internal static class FieldUses
{
    /// <summary>Those of conditions, then those of expressions, then those that modify and append write.</summary>
    public static ImmutableArray<FieldUse> Of(LintDocument document) =>
    [
        .. document.Leaves.SelectMany(OfLeaf),
        .. InExpressions(document),
        .. Written(document),
    ];

    private static IEnumerable<FieldUse> OfLeaf(ConditionSite site)
    {
        var (name, token) = site.Leaf?.Subject switch
        {
            FieldSubject subject => (subject.Field, site.Member("field")?.Value),
            FieldCountSubject subject => (subject.Field, site.Token.Member("count")?.Member("field")),
            _ => ("", null),
        };
        if (token is not null && !TemplateText.IsExpression(name)) yield return new FieldUse(name, token, site, IsField: true);
    }

    private static IEnumerable<FieldUse> InExpressions(LintDocument document)
    {
        var sites = document.Conditions.ToDictionary(site => (JToken)site.Token, ReferenceComparer);
        return
            from expression in document.Expressions
            where expression.Part is RulePart.If or RulePart.ExistenceCondition or RulePart.Details
            from call in ExpressionCalls.Of(expression.Parsed)
            where Is(call, "field") || Is(call, "current")
            from argument in call.Arguments.Take(1).OfType<LiteralExpression>()
            where argument.Value is TextValue { Value: var name } && (Is(call, "field") || name.Contains('/'))
            let around = expression.Token.Ancestors().FirstOrDefault(sites.ContainsKey)
            select new FieldUse(((TextValue)argument.Value).Value, expression.Token, around is null ? null : sites[around], IsField: false);
    }

    // Equality of tokens is by value, and of two equal conditions each has a place of its own.
    private static IEqualityComparer<JToken> ReferenceComparer { get; } = EqualityComparer<JToken>.Create(ReferenceEquals, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode);

    private static IEnumerable<FieldUse> Written(LintDocument document)
    {
        var details = document.Then?.Member("details");
        var changes = details?.Member("operations") as JArray ?? details as JArray ?? [];
        IEnumerable<JToken?> tokens = [.. changes.Select(change => change.Member("field")), details?.Member("field")];
        return tokens.OfType<JValue>().Where(token => token.Value is string name && !TemplateText.IsExpression(name)).Select(token => new FieldUse(token.Value as string ?? "", token, null, IsField: true));
    }

    private static bool Is(CallExpression call, string name) => string.Equals(call.Name, name, StringComparison.OrdinalIgnoreCase);
}
