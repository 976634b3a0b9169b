using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads a policy definition.</summary>
internal sealed class DefinitionParser
{
    // The resource provider's specification defaults to Indexed; the portal always writes a mode.
    private const string DefaultMode = "Indexed";

    private readonly DocumentReader document;
    private readonly ExpressionReader expressions;
    private readonly ConditionParser conditions;

    public DefinitionParser(DocumentReader document)
    {
        this.document = document;
        expressions = new ExpressionReader(document);
        conditions = new ConditionParser(document, expressions);
    }

    public PolicyDefinition? Parse(JObject root)
    {
        var members = new DocumentMembers(document, root);
        var (displayName, description, mode) = (members.DisplayName, members.Description, members.Mode);
        var metadata = members.Metadata();
        var parameters = new ParameterParser(document).Parse(members["parameters"]);
        var rule = members.Required("policyRule", "the definition") is { } token ? document.Object(token, "'policyRule'") : null;
        var (condition, effect) = rule is null ? (null, null) : ParseRule(rule);
        expressions.ReportUndeclared(parameters);
        if (rule is not null) expressions.ReportUnused(parameters);
        if (condition is null || effect is null) return null;
        return new PolicyDefinition(
            members.Name,
            displayName,
            description,
            mode ?? DefaultMode,
            metadata,
            members.Version(metadata),
            parameters,
            condition,
            effect,
            members.Location);
    }

    private (Condition? If, EffectClause? Then) ParseRule(JObject rule)
    {
        var members = document.Members(rule, key => key.ToUpperInvariant() is "IF" or "THEN");
        var condition = Required(rule, members, "if") is { } test ? conditions.Parse(test) : null;
        var effect = Required(rule, members, "then") is { } then ? new EffectParser(document, conditions, expressions).Parse(then) : null;
        return (condition, effect);
    }

    private JToken? Required(JObject rule, Dictionary<string, JProperty> members, string key)
    {
        if (members.TryGetValue(key, out var member)) return member.Value;
        document.Report(DiagnosticCatalog.KeyMissing(document.At(rule), "policyRule", key));
        return null;
    }
}
