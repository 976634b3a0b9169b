using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Plumbline.Arm.Deployment;

/// <summary>An object as it is to be at the endpoint.</summary>
/// <param name="Body">The body to PUT.</param>
internal sealed record DesiredObject(ArmObjectKind Kind, string Name, string Id, JObject Body, string File);

/// <summary>Turns generated documents into the objects to PUT at a scope.</summary>
internal static class DesiredObjects
{
    /// <summary>The scope that generated initiatives name as the home of custom definitions (the convention of the Azure Landing Zones library).</summary>
    public const string PlaceholderScope = "/providers/Microsoft.Management/managementGroups/placeholder";

    private const string CustomMemberPrefix = PlaceholderScope + "/providers/Microsoft.Authorization/policyDefinitions/";

    /// <summary>All objects: definitions in ordinal order of their names, the initiative, the assignment.</summary>
    public static ImmutableArray<DesiredObject> At(TargetScope scope, DesiredState desired, AssignmentSettings assignment)
    {
        var initiative = Document(ArmObjectKind.PolicySetDefinition, scope.Definitions, desired.Initiative, desired.Initiative.Name);
        foreach (var member in Members(initiative.Body)) Rescope(member, scope.Definitions);
        return
        [
            .. desired.Definitions
                .OrderBy(definition => definition.Name, StringComparer.Ordinal)
                .Select(definition => Document(ArmObjectKind.PolicyDefinition, scope.Definitions, definition, desired.Initiative.Name)),
            initiative,
            Assignment(scope, initiative, assignment),
        ];
    }

    /// <summary>The names of the custom definitions that an initiative refers to, in its order.</summary>
    public static ImmutableArray<string> MemberNames(JObject initiative) =>
    [
        .. Members(initiative)
            .Select(member => member.Value<string>("policyDefinitionId") ?? string.Empty)
            .Where(id => id.StartsWith(CustomMemberPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(id => id[CustomMemberPrefix.Length..]),
    ];

    private static IEnumerable<JObject> Members(JObject document) =>
        document["properties"]?["policyDefinitions"]?.Children<JObject>() ?? Enumerable.Empty<JObject>();

    private static DesiredObject Document(ArmObjectKind kind, string scope, DesiredDocument document, string initiative)
    {
        var properties = document.Body["properties"]?.DeepClone() as JObject ?? [];
        Ownership.Mark(properties, initiative);
        return new(kind, document.Name, $"{kind.CollectionAt(scope)}/{document.Name}", new JObject { ["properties"] = properties }, document.File);
    }

    private static void Rescope(JObject member, string scope)
    {
        if (member.Value<string>("policyDefinitionId") is { } id && id.StartsWith(CustomMemberPrefix, StringComparison.OrdinalIgnoreCase))
            member["policyDefinitionId"] = scope + id[PlaceholderScope.Length..];
    }

    private static DesiredObject Assignment(TargetScope scope, DesiredObject initiative, AssignmentSettings settings)
    {
        var parameters = new JObject(settings.Parameters.Properties().Select(value => new JProperty(value.Name, new JObject { ["value"] = value.Value.DeepClone() })));
        var properties = new JObject
        {
            ["displayName"] = settings.DisplayName,
            ["policyDefinitionId"] = initiative.Id,
            ["enforcementMode"] = settings.EnforcementMode,
            ["parameters"] = parameters,
        };
        Ownership.Mark(properties, initiative.Name);
        var id = $"{ArmObjectKind.PolicyAssignment.CollectionAt(scope.Assignment)}/{settings.Name}";
        return new(ArmObjectKind.PolicyAssignment, settings.Name, id, new JObject { ["properties"] = properties }, initiative.File);
    }
}
