using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads a policy definition.</summary>
internal sealed class DefinitionParser(DocumentReader document)
{
    // The resource provider's specification defaults to Indexed; the portal always writes a mode.
    private const string DefaultMode = "Indexed";

    private readonly ExpressionReader expressions = new(document);

    public PolicyDefinition? Parse(JObject root)
    {
        var members = new DocumentMembers(document, root);
        var (name, displayName, description, mode) = (members.Name, members.DisplayName, members.Description, members.Mode);
        var metadata = members.Metadata();
        var version = members.Version(metadata);
        var parameters = new ParameterParser(document).Parse(members["parameters"]);
        var token = members.Required("policyRule", "the definition") is { } written ? document.Object(written, "'policyRule'") : null;
        var rule = token is null ? null : new RuleParser(document, expressions).Parse(token, "policyRule", parameters);
        expressions.ReportUndeclared(parameters);
        if (token is not null) expressions.ReportUnused(parameters);
        return rule is null
            ? null
            : new PolicyDefinition(name, displayName, description, mode ?? DefaultMode, metadata, version, parameters, rule.If, rule.Then, members.Location);
    }
}
