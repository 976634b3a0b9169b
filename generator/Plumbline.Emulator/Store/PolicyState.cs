using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Store;

/// <summary>A compliance record: the newest verdict on one resource under one member of one assignment.</summary>
/// <param name="Fields">The record as PolicyInsights returns it, without the <c>@odata</c> fields.</param>
internal sealed record PolicyState(ObjectValue Fields)
{
    /// <summary>The id of the resource.</summary>
    public string ResourceId { get; } = TextOf(Fields, "resourceId");

    /// <summary>The id of the assignment.</summary>
    public string AssignmentId { get; } = TextOf(Fields, "policyAssignmentId");

    /// <summary>The state, such as <c>NonCompliant</c>.</summary>
    public string ComplianceState { get; } = TextOf(Fields, "complianceState");

    /// <summary>The groups (controls) of the initiative's member; empty without an initiative.</summary>
    public ImmutableArray<string> GroupNames { get; } = Fields["policyDefinitionGroupNames"] is ArrayValue names
        ? [.. names.Items.OfType<TextValue>().Select(name => name.Value)]
        : [];

    /// <summary>The text of a field; empty when it is missing.</summary>
    public string Text(string field) => TextOf(Fields, field);

    private static string TextOf(ObjectValue fields, string name) => fields[name] is TextValue text ? text.Value : string.Empty;
}
