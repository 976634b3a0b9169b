using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Comparison;

/// <summary>What a service may make of a body without meaning anything by it: order of keys and of sets, case of ids and words, its own properties, explicit nulls.</summary>
internal sealed class ServiceEcho(Random random)
{
    private static readonly ImmutableHashSet<string> Sets =
        ["notScopes", "roleDefinitionIds", "groupNames", "allowedValues", "in", "notIn", "policyDefinitionReferenceIds", "policyDefinitions", "policyDefinitionGroups", "nonComplianceMessages", "resourceSelectors"];

    private static readonly ImmutableHashSet<string> Ids = ["policyDefinitionId", "policyAssignmentId", "policyDefinitionReferenceId", "notScopes", "policyDefinitionReferenceIds"];

    private static readonly ImmutableHashSet<string> Words = ["mode", "enforcementMode", "exemptionCategory"];

    /// <summary>The document as it comes back.</summary>
    public ObjectValue Of(ArmObjectKind kind, string id, ObjectValue body)
    {
        var document = (ObjectValue)Change("", body, isRule: false);
        var properties = (ObjectValue)document["properties"];
        var extended = Shuffled([.. properties.Properties.Where(property => property.Key != "metadata"), .. Added(kind), Pair("metadata", Metadata((ObjectValue)properties["metadata"]))]);
        return Shuffled(
        [
            .. document.Properties.Where(property => property.Key is not ("properties" or "location" or "identity")),
            Pair("properties", extended),
            Pair("id", new TextValue(id.ToUpperInvariant())),
            Pair("systemData", PolicyValueReader.Object(("createdAt", new TextValue("2026-01-01T00:00:00Z")))),
            .. document["location"] is TextValue ? [Pair("location", new TextValue("West Europe"))] : Array.Empty<KeyValuePair<string, PolicyValue>>(),
            .. document["identity"] is ObjectValue identity ? [Pair("identity", new ObjectValue([.. identity.Properties, Pair("principalId", new TextValue("11111111-0000-0000-0000-000000000001")), Pair("tenantId", new TextValue("t"))]))] : Array.Empty<KeyValuePair<string, PolicyValue>>(),
        ]);
    }

    private static IEnumerable<KeyValuePair<string, PolicyValue>> Added(ArmObjectKind kind) => kind switch
    {
        ArmObjectKind.PolicyDefinition => [Pair("policyType", new TextValue("Custom")), Pair("version", new TextValue("1.0.0")), Pair("versions", new ArrayValue([new TextValue("1.0.0")])), Pair("description2", UndefinedValue.Instance)],
        ArmObjectKind.PolicySetDefinition => [Pair("policyType", new TextValue("Custom")), Pair("version", new TextValue("1.0.0")), Pair("versions", new ArrayValue([]))],
        ArmObjectKind.PolicyAssignment => [Pair("scope", new TextValue("/x")), Pair("instanceId", new TextValue("i")), Pair("effectiveDefinitionVersion", new TextValue("1.0.0")), Pair("assignmentType", new TextValue("Custom")), Pair("definitionVersion", new TextValue("1.*.*"))],
        _ => [Pair("assignmentScopeValidation", new TextValue("default")), Pair("exemptionManagementMode", new TextValue("Admin"))],
    };

    private static ObjectValue Metadata(ObjectValue metadata) => new(
    [
        .. metadata.Properties,
        Pair("createdBy", new TextValue("someone")), Pair("createdOn", new TextValue("2026-01-01T00:00:00Z")), Pair("updatedBy", NullValue.Instance), Pair("updatedOn", NullValue.Instance),
        Pair("lastSyncedToArgOn", new TextValue("2026-01-01T00:00:00Z")), Pair("costCentre", new TextValue("42")),
    ]);

    private PolicyValue Change(string name, PolicyValue value, bool isRule) => value switch
    {
        ObjectValue item => Shuffled([.. item.Properties.Select(property => Pair(property.Key, Change(property.Key, property.Value, isRule || property.Key is "policyRule" or "metadata" || (name == "parameters" && property.Key != "parameters"))))]),
        ArrayValue items when Sets.Contains(name) && !isRule => new ArrayValue([.. Shuffle(items.Items.Select(item => Change(name, item, isRule)))]),
        ArrayValue items => new ArrayValue([.. items.Items.Select(item => Change(name, item, isRule))]),
        TextValue text when Ids.Contains(name) && !isRule => new TextValue(random.Next(2) == 0 ? text.Value.ToUpperInvariant() : text.Value + (text.Value.StartsWith('/') ? "/" : "")),
        TextValue text when Words.Contains(name) && !isRule => new TextValue(text.Value.ToUpperInvariant()),
        TextValue text when name == "expiresOn" => new TextValue(text.Value.Replace("Z", ".0000000+00:00", StringComparison.Ordinal)),
        TextValue text when name == "type" && !isRule => new TextValue(text.Value.ToLowerInvariant()),
        _ => value,
    };

    private ObjectValue Shuffled(IEnumerable<KeyValuePair<string, PolicyValue>> properties) => new([.. Shuffle(properties)]);

    private T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        random.Shuffle(all);
        return all;
    }

    private static KeyValuePair<string, PolicyValue> Pair(string name, PolicyValue value) => KeyValuePair.Create(name, value);
}
