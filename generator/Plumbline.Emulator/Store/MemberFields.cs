using System.Collections.Frozen;
using System.Text.Json;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Store;

/// <summary>The fields of a compliance record that are the same for all resources of a policy: made once, when the first is asked for.</summary>
internal sealed class MemberFields(AssignedMember member)
{
    // What the service writes where it knows nothing.
    private const string Undetermined = "tbd";

    private readonly Lazy<FrozenDictionary<string, PolicyValue>> fields = new(() => All(member).ToFrozenDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));

    /// <summary>The value of a field; null when it is none of the policy's.</summary>
    public PolicyValue? this[string name] => fields.Value.GetValueOrDefault(name);

    private static IEnumerable<(string Name, PolicyValue Value)> All(AssignedMember member)
    {
        foreach (var (name, text) in Assignment(member.Assignment).Concat(Definition(member)).Concat(Set(member))) yield return (name, new TextValue(text));
        yield return ("policyDefinitionGroupNames", new ArrayValue([.. member.GroupNames.Select(name => new TextValue(name))]));
    }

    private static IEnumerable<(string Name, string Text)> Assignment(StoredResource assignment) =>
    [
        ("policyAssignmentId", assignment.Id.Text),
        ("policyAssignmentName", assignment.Id.Name),
        ("policyAssignmentOwner", Undetermined),
        ("policyAssignmentParameters", JsonText(assignment.Property("parameters"))),
        ("policyAssignmentScope", assignment.Id.Parent?.Text ?? string.Empty),
        ("policyAssignmentVersion", string.Empty),
    ];

    private static IEnumerable<(string Name, string Text)> Definition(AssignedMember member) =>
    [
        ("policyDefinitionId", member.DefinitionId),
        ("policyDefinitionName", member.DefinitionName),
        ("policyDefinitionCategory", member.Definition?.Property("metadata")?.Text("category") ?? Undetermined),
        ("policyDefinitionVersion", member.Policy.Definition?.Version ?? string.Empty),
        ("effectiveParameters", PolicyValueWriter.ToCompactJson(new ObjectValue([.. member.Policy.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)]))),
    ];

    private static IEnumerable<(string Name, string Text)> Set(AssignedMember member) =>
    [
        ("policySetDefinitionId", member.Set?.Id.Text ?? string.Empty),
        ("policySetDefinitionName", member.Set?.Id.Name ?? string.Empty),
        ("policySetDefinitionOwner", string.Empty),
        ("policySetDefinitionCategory", member.Set?.Property("metadata")?.Text("category") ?? string.Empty),
        ("policySetDefinitionParameters", member.Policy.Reference is { } reference ? PolicyValueWriter.ToCompactJson(new ObjectValue(reference.Parameters)) : string.Empty),
        ("policySetDefinitionVersion", member.Policy.SetDefinition?.Version ?? string.Empty),
        ("policyDefinitionReferenceId", member.ReferenceId),
    ];

    private static string JsonText(JsonElement? value) => value is { } given ? PolicyValueWriter.ToCompactJson(PolicyValueReader.FromElement(given)) : "{}";
}
