using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Comparison;

/// <summary>Makes bodies to PUT out of what an endpoint has. A PUT replaces the whole object, so what others own of it has to be sent along.</summary>
public static class WritableBody
{
    private static readonly ImmutableHashSet<string> ReadOnlyProperties = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "policyType", "scope", "instanceId", "assignmentType", "latestDefinitionVersion", "effectiveDefinitionVersion", "versions", "provisioningState", "createdOn", "updatedOn", "createdBy", "updatedBy");

    /// <summary>The body that would make the object as it is: what undoes a change of it.</summary>
    public static ObjectValue Of(ArmObject live) => new(
    [
        .. Pairs(("location", live.Document["location"]), ("identity", Identity(live.Document["identity"]))),
        KeyValuePair.Create<string, PolicyValue>("properties", Properties(live)),
    ]);

    /// <summary>The wanted body with what others own of the object: metadata that is not ours, a version the service chose.</summary>
    public static ObjectValue Over(ArmObject live, ObjectValue wanted)
    {
        if (wanted["properties"] is not ObjectValue properties) return wanted;
        var metadata = properties["metadata"] as ObjectValue ?? new ObjectValue([]);
        var foreign = live.Metadata.Properties.Where(property =>
            ComparisonRules.IsForeignMetadata(property.Key) && !NormalForms.IsServerMetadata(property.Key) && metadata[property.Key] is UndefinedValue && property.Value is not NullValue);
        return With(wanted, "properties", With(properties, "metadata", new ObjectValue([.. metadata.Properties, .. foreign])));
    }

    /// <summary>The object with a property replaced in its place, or added at the end.</summary>
    public static ObjectValue With(ObjectValue target, string name, PolicyValue value)
    {
        var index = target.Properties.ToList().FindIndex(property => string.Equals(property.Key, name, StringComparison.OrdinalIgnoreCase));
        var pair = KeyValuePair.Create(name, value);
        return new(index < 0 ? target.Properties.Add(pair) : target.Properties.SetItem(index, pair));
    }

    private static ObjectValue Properties(ArmObject live) => new(
    [
        .. live.Properties.Properties
            .Where(property => !ReadOnlyProperties.Contains(property.Key) && property.Value is not (NullValue or UndefinedValue))
            .Select(property => string.Equals(property.Key, "metadata", StringComparison.OrdinalIgnoreCase) ? KeyValuePair.Create(property.Key, WithoutStamps(property.Value)) : property),
    ]);

    private static PolicyValue WithoutStamps(PolicyValue metadata) => metadata is ObjectValue item
        ? new ObjectValue([.. item.Properties.Where(property => !NormalForms.IsServerMetadata(property.Key))])
        : metadata;

    // principalId, tenantId and clientId are the service's to say.
    private static PolicyValue Identity(PolicyValue value) => value is not ObjectValue identity
        ? UndefinedValue.Instance
        : new ObjectValue(Pairs(
            ("type", identity["type"]),
            ("userAssignedIdentities", identity["userAssignedIdentities"] is ObjectValue ids
                ? new ObjectValue([.. ids.Properties.Select(one => KeyValuePair.Create<string, PolicyValue>(one.Key, new ObjectValue([])))])
                : UndefinedValue.Instance)));

    private static ImmutableArray<KeyValuePair<string, PolicyValue>> Pairs(params ReadOnlySpan<(string Name, PolicyValue Value)> properties)
    {
        var found = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>();
        foreach (var (name, value) in properties)
        {
            if (value is not (UndefinedValue or NullValue)) found.Add(KeyValuePair.Create(name, value));
        }

        return found.ToImmutable();
    }
}
