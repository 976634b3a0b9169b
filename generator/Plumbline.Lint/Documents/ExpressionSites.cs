using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Expressions;

namespace Plumbline.Lint.Documents;

/// <summary>Finds the template expressions of a policy document. Those of a deployment's template belong to another language.</summary>
internal static class ExpressionSites
{
    /// <summary>Every expression that can be read, in the order of the text within each part.</summary>
    /// <param name="properties">The properties of a definition or an initiative.</param>
    public static ImmutableArray<ExpressionSite> Of(JObject properties)
    {
        var rule = properties.Member("policyRule");
        var details = rule?.Member("then")?.Member("details");
        var existence = details?.Member("existenceCondition");
        var template = details?.Member("deployment")?.Member("properties")?.Member("template");
        return
        [
            .. In(rule?.Member("if"), RulePart.If),
            .. In(rule?.Member("then")?.Member("effect"), RulePart.Effect),
            .. In(existence, RulePart.ExistenceCondition),
            .. In(details, RulePart.Details, existence, template),
            .. (properties.Member("policyDefinitions") as JArray)?.SelectMany(reference => In(reference.Member("parameters"), RulePart.PassedValues)) ?? [],
        ];
    }

    private static IEnumerable<ExpressionSite> In(JToken? token, RulePart part, params JToken?[] skipped)
    {
        if (token is null) return [];
        if (token is JValue { Value: string text } value) return TemplateText.IsExpression(text) && ExpressionParser.Parse(text).Value is { } parsed ? [new ExpressionSite(value, parsed, part)] : [];
        return token.Children().Where(child => !skipped.Contains(child is JProperty property ? property.Value : child)).SelectMany(child => In(child, part, skipped));
    }
}
