using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Writing;

/// <summary>Writes definitions and initiatives as EPAC has them: no id, no type of policy, custom members by name.</summary>
internal sealed class EpacDocuments(MemberLookup lookup, ImmutableArray<Diagnostic>.Builder problems)
{
    private static readonly string[] SetKeys = ["displayName", "policyType", "description", "metadata", "importPolicyDefinitionGroups", "policyDefinitionGroups", "parameters", "policyDefinitions"];

    private static readonly ObjectValue Nothing = new([]);

    /// <summary>The files of all documents.</summary>
    public IEnumerable<ExchangeFile> Write(PolicyDocuments documents)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents.Definitions) yield return File(taken, "policyDefinitions", document, "policy-definition", Definition(document));
        foreach (var document in documents.Initiatives) yield return File(taken, "policySetDefinitions", document, "policy-set-definition", Initiative(document));
    }

    private ExchangeFile File(HashSet<string> taken, string folder, PolicyDocument document, string schema, ObjectValue properties)
    {
        if (EpacFormat.Refusal(document.Name) is { } reason) problems.Add(DiagnosticCatalog.ExportRefused(document.At, $"'{document.Name}'", reason, "rename it"));
        var category = properties["metadata"] is ObjectValue metadata && metadata["category"] is TextValue { Value.Length: > 0 } text ? text.Value : "General";
        var body = JsonText.Object(("$schema", new TextValue(EpacFormat.Schema(schema))), ("name", new TextValue(document.Name)), ("properties", properties));
        return new(FileName.Free(taken, $"{folder}/{FileName.Of(category)}", document.Name, ".jsonc"), JsonText.Of(body));
    }

    // EPAC writes the owner itself.
    private static ObjectValue Definition(PolicyDocument document)
    {
        var properties = JsonText.Without(document.Properties, "policyType", "version", "versions");
        if (properties["mode"] is UndefinedValue) properties = JsonText.With(properties, "mode", new TextValue("Indexed"));
        if (properties["parameters"] is UndefinedValue) properties = JsonText.With(properties, "parameters", Nothing);
        return WithoutOwner(properties);
    }

    private static ObjectValue WithoutOwner(ObjectValue properties) => properties["metadata"] is ObjectValue metadata
        ? JsonText.With(properties, "metadata", JsonText.Without(metadata, "pacOwnerId", "deployedBy"))
        : properties;

    private ObjectValue Initiative(PolicyDocument document)
    {
        var properties = WithoutOwner(JsonText.Without(document.Properties, "policyType", "version", "versions"));
        foreach (var property in properties.Properties.Where(property => !SetKeys.Contains(property.Key, StringComparer.OrdinalIgnoreCase)))
            problems.Add(DiagnosticCatalog.NotExpressible(document.At, $"'{property.Key}' of the initiative '{document.Name}'", EpacFormat.Title));
        properties = new([.. properties.Properties.Where(property => SetKeys.Contains(property.Key, StringComparer.OrdinalIgnoreCase))]);
        if (properties["policyDefinitionGroups"] is ArrayValue groups) properties = JsonText.With(properties, "policyDefinitionGroups", Groups(document, groups));
        return JsonText.With(properties, "policyDefinitions", new ArrayValue([.. MemberLookup.MembersOf(document).Select(Member)]));
    }

    // The schema takes two keys of a group; the portal shows the texts of the control that additionalMetadataId names.
    private ArrayValue Groups(PolicyDocument document, ArrayValue groups)
    {
        var kept = groups.Items.OfType<ObjectValue>().Select(group => new ObjectValue([.. group.Properties.Where(property => property.Key is "name" or "additionalMetadataId")])).ToImmutableArray();
        if (groups.Items.OfType<ObjectValue>().Any(group => group.Properties.Any(property => property.Key is not ("name" or "additionalMetadataId"))))
            problems.Add(DiagnosticCatalog.NotExpressible(document.At, $"the texts of the groups of '{document.Name}'", EpacFormat.Title, "nothing is lost where 'additionalMetadataId' names a published control: the portal shows its texts"));
        return new ArrayValue([.. kept]);
    }

    private ObjectValue Member(ObjectValue member)
    {
        var id = MemberLookup.DefinitionIdOf(member);
        var isCustom = !id.StartsWith(ArmObjectKinds.Provider, StringComparison.OrdinalIgnoreCase);
        var name = MemberLookup.NameOf(id);
        var reference = isCustom ? ("policyDefinitionName", lookup.Definition(name)?.Name ?? name) : ("policyDefinitionId", id);
        return JsonText.Object(
            ("policyDefinitionReferenceId", member["policyDefinitionReferenceId"]),
            (reference.Item1, new TextValue(reference.Item2)),
            ("definitionVersion", member["definitionVersion"]),
            ("parameters", member["parameters"]),
            ("groupNames", member["groupNames"]));
    }
}
