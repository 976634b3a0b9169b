using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Lint;

/// <summary>The limits of a policy rule: Azure Policy documentation, "Policy rule limits".</summary>
internal static class RuleLimits
{
    private const int MaximumConditions = 4096;
    private const int MaximumExistenceConditions = 128;
    private const int MaximumNesting = 512;
    private const int MaximumValueCounts = 10;
    private const int MaximumFieldCountsPerArray = 5;
    private const int MaximumExpressionLength = 81_920;

    public static IEnumerable<Diagnostic> Check(SourceText source, JObject document)
    {
        if (document.SelectToken("properties.policyRule") is not JObject rule) return [];

        var at = PositionedJson.LocationOf(source.File, rule);
        var counts = rule.Descendants().OfType<JProperty>().Where(property => Is(property, "count")).Select(property => property.Value).OfType<JObject>().ToList();
        return
        [
            .. DocumentLimits.Over(at, "conditions", Conditions(rule["if"]), MaximumConditions),
            .. DocumentLimits.Over(at, "conditions in the existence condition", Conditions(rule.SelectToken("then.details.existenceCondition")), MaximumExistenceConditions),
            .. DocumentLimits.Over(at, "nested conditions", Nesting(rule["if"]), MaximumNesting),
            .. DocumentLimits.Over(at, "value counts", counts.Count(count => count.ContainsKey("value")), MaximumValueCounts),
            .. counts.Where(count => count.ContainsKey("field")).GroupBy(count => (string?)count["field"], StringComparer.OrdinalIgnoreCase)
                .SelectMany(array => DocumentLimits.Over(at, "field counts of one array", array.Count(), MaximumFieldCountsPerArray)),
            .. rule.Descendants().OfType<JValue>().SelectMany(value => value.Value is string text && text.StartsWith('[')
                ? DocumentLimits.Over(PositionedJson.LocationOf(source.File, value), "characters of an expression", text.Length, MaximumExpressionLength) : []),
        ];
    }

    // A leaf is an object with a subject; a logical operator is none.
    private static int Conditions(JToken? root) =>
        root is JContainer container
            ? container.DescendantsAndSelf().OfType<JObject>().Count(node => node.Properties().Any(property => Is(property, "field") || Is(property, "value") || Is(property, "count")) && node.Parent is not JProperty { Name: "count" })
            : 0;

    private static int Nesting(JToken? root) =>
        root is JContainer container
            ? container.DescendantsAndSelf().OfType<JObject>().Select(node => node.Ancestors().Count(ancestor => ancestor is JProperty property && (Is(property, "allOf") || Is(property, "anyOf") || Is(property, "not")))).DefaultIfEmpty(0).Max()
            : 0;

    private static bool Is(JProperty property, string name) => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase);
}
