using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Json;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>The members of an initiative, beside their JSON.</summary>
internal static class InitiativeMembers
{
    /// <summary>The members whose definitions are linted together with the initiative.</summary>
    public static IEnumerable<(PolicyDefinitionReference Reference, PolicyDefinition Definition)> Known(LintDocument document, PolicySetDefinition initiative)
    {
        foreach (var reference in initiative.References)
        {
            var name = reference.PolicyDefinitionId[(reference.PolicyDefinitionId.LastIndexOf('/') + 1)..];
            if (document.Environment.Definitions.TryGetValue(name, out var definition)) yield return (reference, definition);
        }
    }

    /// <summary>The JSON of a member.</summary>
    public static JToken? TokenOf(LintDocument document, PolicyDefinitionReference reference) => At(document.Properties.Member("policyDefinitions"), reference.Location);

    /// <summary>The JSON of a group.</summary>
    public static JToken? GroupToken(LintDocument document, PolicyDefinitionGroup group) => At(document.Properties.Member("policyDefinitionGroups"), group.Location);

    /// <summary>Where a member is passed a parameter.</summary>
    public static JToken? PassedTo(LintDocument document, PolicyDefinitionReference reference, string parameter) =>
        (TokenOf(document, reference)?.Member("parameters") as JObject)?.Property(parameter, StringComparison.OrdinalIgnoreCase);

    /// <summary>The initiative's parameters that its members are passed, in any case.</summary>
    public static HashSet<string> ReadParameters(LintDocument document) => document.Expressions
        .SelectMany(site => ExpressionCalls.Of(site.Parsed))
        .Where(call => string.Equals(call.Name, "parameters", StringComparison.OrdinalIgnoreCase))
        .Select(call => call.Arguments is [LiteralExpression { Value: TextValue name }] ? name.Value : null)
        .OfType<string>()
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static JToken? At(JToken? list, SourceLocation? location) => (list as JArray)?.FirstOrDefault(token => PositionedJson.SpanOf(token) == location?.Span);
}
