using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads an initiative.</summary>
internal sealed class SetDefinitionParser(DocumentReader document)
{
    private readonly ExpressionReader expressions = new(document);

    public PolicySetDefinition? Parse(JObject root)
    {
        var members = new DocumentMembers(document, root);
        var metadata = members.Metadata();
        var references = members.Required("policyDefinitions", "the initiative");
        var parameters = new ParameterParser(document).Parse(members["parameters"]);
        var policies = Objects(references, "'policyDefinitions'", Reference);
        expressions.ReportUndeclared(parameters);
        return new PolicySetDefinition(
            members.Name,
            members.DisplayName,
            members.Description,
            metadata,
            members.Version(metadata),
            parameters,
            policies,
            Objects(members["policyDefinitionGroups"], "'policyDefinitionGroups'", Group),
            members.Location);
    }

    private ImmutableArray<T> Objects<T>(JToken? token, string what, Func<JObject, int, T?> parse)
        where T : class
    {
        if (token is null or { Type: JTokenType.Null } || document.Array(token, what) is not { } array) return [];
        return [.. array.Select((item, index) => document.Object(item, $"a member of {what}") is { } entry ? parse(entry, index) : null).OfType<T>()];
    }

    private PolicyDefinitionReference? Reference(JObject item, int index)
    {
        var members = document.Members(item);
        if (RequiredText(item, members, "a policy reference", "policyDefinitionId") is not { } id) return null;
        return new PolicyDefinitionReference(
            document.OptionalText(members, "policyDefinitionReferenceId") ?? index.ToString(CultureInfo.InvariantCulture),
            id,
            document.OptionalText(members, "definitionVersion"),
            Values(members.GetValueOrDefault("parameters")?.Value),
            GroupNames(members.GetValueOrDefault("groupNames")?.Value),
            document.At(item));
    }

    private PolicyDefinitionGroup? Group(JObject item, int index)
    {
        var members = document.Members(item);
        if (RequiredText(item, members, "a policy group", "name") is not { } name) return null;
        return new PolicyDefinitionGroup(
            name,
            document.OptionalText(members, "displayName"),
            document.OptionalText(members, "category"),
            document.OptionalText(members, "description"),
            document.OptionalText(members, "additionalMetadataId"),
            document.At(item));
    }

    private string? RequiredText(JObject item, Dictionary<string, JProperty> members, string owner, string key)
    {
        if (members.TryGetValue(key, out var member)) return document.Text(member.Value, $"'{key}'");
        document.Report(DiagnosticCatalog.KeyMissing(document.At(item), owner, key));
        return null;
    }

    private ImmutableArray<KeyValuePair<string, PolicyValue>> Values(JToken? token)
    {
        if (token is null or { Type: JTokenType.Null } || document.Object(token, "'parameters'") is not { } item) return [];
        return [.. document.Members(item).Values.Select(Value).OfType<KeyValuePair<string, PolicyValue>>()];
    }

    private KeyValuePair<string, PolicyValue>? Value(JProperty parameter)
    {
        if (document.Object(parameter.Value, $"the value of parameter '{parameter.Name}'") is not { } item) return null;
        expressions.Check(item, counts: 0);
        if (item.GetValue("value", StringComparison.OrdinalIgnoreCase) is { } value) return KeyValuePair.Create(parameter.Name, PolicyValueReader.FromToken(value));
        document.Report(DiagnosticCatalog.KeyMissing(document.At(item), $"parameter '{parameter.Name}'", "value"));
        return null;
    }

    private ImmutableArray<string> GroupNames(JToken? token)
    {
        if (token is null or { Type: JTokenType.Null } || document.Array(token, "'groupNames'") is not { } array) return [];
        return [.. array.Select(name => document.Text(name, "a group name")).OfType<string>()];
    }
}
