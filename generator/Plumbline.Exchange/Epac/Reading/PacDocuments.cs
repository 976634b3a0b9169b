using System.Collections.Immutable;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>Reads definitions and initiatives into the form that Plumbline commits: with type and kind of policy, custom members under the placeholder scope.</summary>
internal sealed class PacDocuments(EpacFiles files, ImmutableArray<Diagnostic>.Builder problems)
{
    private static readonly string[] DefinitionKeys = ["displayName", "description", "mode", "metadata", "parameters", "policyRule"];
    private static readonly string[] SetKeys = ["displayName", "description", "metadata", "parameters", "policyDefinitions", "policyDefinitionGroups"];

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All documents, in ordinal order of their names.</summary>
    public PolicyDocuments Read()
    {
        ImmutableArray<PolicyDocument> definitions = [.. files.Json("policyDefinitions").Select(Definition).OfType<PolicyDocument>().OrderBy(one => one.Name, StringComparer.Ordinal)];
        ImmutableArray<PolicyDocument> initiatives = [.. files.Json("policySetDefinitions").Select(file => Initiative(file, definitions)).OfType<PolicyDocument>().OrderBy(one => one.Name, StringComparer.Ordinal)];
        return new(definitions, initiatives, []);
    }

    private PolicyDocument? Definition(SourceText file)
    {
        if (Open(file) is not var (outer, name, inner)) return null;
        var properties = Properties(inner, DefinitionKeys);
        if (properties["policyRule"] is not ObjectValue) problems.Add(DiagnosticCatalog.ImportValueInvalid(inner.At, "'policyRule'", "an object"));
        Finish(outer, inner);
        return Document(ArmObjectKind.PolicyDefinition, name, properties, outer.At);
    }

    private PolicyDocument? Initiative(SourceText file, ImmutableArray<PolicyDocument> definitions)
    {
        if (Open(file) is not var (outer, name, inner)) return null;
        var properties = Properties(inner, SetKeys);
        var members = inner.Objects("policyDefinitions").Select(member => Member(member, definitions)).ToImmutableArray();
        properties = JsonText.With(properties, "policyDefinitions", new ArrayValue([.. members]));
        var imported = inner.Texts("importPolicyDefinitionGroups");
        if (!imported.IsEmpty) properties = ImportedGroups(inner, name, properties, members);
        Finish(outer, inner);
        return Document(ArmObjectKind.PolicySetDefinition, name, properties, outer.At);
    }

    private (EpacObject Outer, string Name, EpacObject Inner)? Open(SourceText file)
    {
        if (files.Read(file) is not { } outer) return null;
        if (outer.Text("name") is not { Length: > 0 } name)
        {
            outer.Wrong("name", "a text");
            return null;
        }

        if (!names.Add($"{file.File.Contains("policySetDefinitions", StringComparison.OrdinalIgnoreCase)}/{name}"))
            problems.Add(DiagnosticCatalog.ImportValueInvalid(outer.AtOf("name"), $"the name '{name}'", "unique: another file has it too"));
        foreach (var key in (ReadOnlySpan<string>)["type", "id"]) outer.Has(key);
        return (outer, name, outer.Object("properties") ?? outer);
    }

    private static void Finish(EpacObject outer, EpacObject inner)
    {
        // What is written again by a deployment.
        foreach (var key in (ReadOnlySpan<string>)["policyType", "name", "type", "id"]) inner.Has(key);
        outer.Finish();
        if (inner != outer) inner.Finish();
    }

    private static ObjectValue Properties(EpacObject inner, string[] keys)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>();
        foreach (var key in keys)
        {
            // EPAC's default is All, which is not Azure's.
            var found = inner.Any(key);
            if ((found is UndefinedValue && key == "mode" ? new TextValue("All") : found) is not UndefinedValue and var value) properties.Add(KeyValuePair.Create(key, key == "metadata" ? WithoutOwner(value) : value));
            if (key == "displayName") properties.Add(KeyValuePair.Create<string, PolicyValue>("policyType", new TextValue("Custom")));
        }

        return new(properties.ToImmutable());
    }

    private static PolicyValue WithoutOwner(PolicyValue metadata) => metadata is ObjectValue item ? JsonText.Without(item, "pacOwnerId", "deployedBy") : metadata;

    private ObjectValue Member(EpacObject member, ImmutableArray<PolicyDocument> definitions)
    {
        var (name, id) = (member.Text("policyDefinitionName"), member.Text("policyDefinitionId"));
        if ((name is null) == (id is null)) problems.Add(DiagnosticCatalog.ImportValueInvalid(member.At, "a member", "given by either policyDefinitionName or policyDefinitionId"));
        var known = definitions.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))?.Name;
        if (name is not null && known is null)
            problems.Add(DiagnosticCatalog.ImportReferenceUnknown(member.AtOf("policyDefinitionName"), "definition", name, NearestName.Find(name, definitions.Select(one => one.Name))));
        if (member.Text("policyDefinitionReferenceId") is null) member.Wrong("policyDefinitionReferenceId", "a text");
        var value = JsonText.Object(
            ("policyDefinitionReferenceId", JsonText.Text(member.Text("policyDefinitionReferenceId"))),
            ("policyDefinitionId", new TextValue(name is null ? id ?? "" : ArmObjectKind.PolicyDefinition.IdAt(PlaceholderScope.Id, known ?? name))),
            ("definitionVersion", JsonText.Text(member.Text("definitionVersion"))),
            ("parameters", member.Value("parameters") is { } parameters ? parameters : UndefinedValue.Instance),
            ("groupNames", JsonText.Texts(member.Texts("groupNames"))));
        member.Finish();
        return value;
    }

    // The groups stand in a built-in initiative, which is not in the folder; their names are in use, and the portal finds their texts by the id of the control.
    private ObjectValue ImportedGroups(EpacObject inner, string name, ObjectValue properties, ImmutableArray<ObjectValue> members)
    {
        var groups = (properties["policyDefinitionGroups"] as ArrayValue)?.Items ?? [];
        var present = groups.OfType<ObjectValue>().Select(group => (group["name"] as TextValue)?.Value ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var used = members.SelectMany(member => (member["groupNames"] as ArrayValue)?.Items.OfType<TextValue>() ?? []).Select(group => group.Value).Distinct(StringComparer.OrdinalIgnoreCase);
        var added = used.Where(present.Add).Select(group => JsonText.Object(("name", new TextValue(group)), ("additionalMetadataId", new TextValue($"/providers/Microsoft.PolicyInsights/policyMetadata/{group}"))));
        problems.Add(DiagnosticCatalog.ImportValueAssumed(inner.AtOf("importPolicyDefinitionGroups"), $"the text of the groups of '{name}'", "additionalMetadataId after their names"));
        return JsonText.With(properties, "policyDefinitionGroups", new ArrayValue([.. groups, .. added]));
    }

    private static PolicyDocument Document(ArmObjectKind kind, string name, ObjectValue properties, SourceLocation at) => new(
        name, JsonText.Object(("name", new TextValue(name)), ("type", new TextValue($"Microsoft.Authorization/{kind.TypeName()}")), ("properties", properties)), at);
}
