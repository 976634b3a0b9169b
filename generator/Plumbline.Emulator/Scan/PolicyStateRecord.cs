using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Scan;

/// <summary>Makes a compliance record with all the fields of PolicyInsights.</summary>
internal static class PolicyStateRecord
{
    /// <summary>The field that is only shown with <c>$expand=PolicyEvaluationDetails</c>.</summary>
    public const string EvaluationDetailsField = "policyEvaluationDetails";

    // What the service writes where it knows nothing.
    private const string Undetermined = "tbd";

    /// <summary>All fields a query may name, in the order of a record.</summary>
    public static ImmutableArray<string> Fields { get; } =
    [
        "timestamp", "resourceId", "policyAssignmentId", "policyDefinitionId", "effectiveParameters", "isCompliant", "subscriptionId", "resourceType",
        "resourceLocation", "resourceGroup", "resourceTags", "policyAssignmentName", "policyAssignmentOwner", "policyAssignmentParameters",
        "policyAssignmentScope", "policyDefinitionName", "policyDefinitionAction", "policyDefinitionCategory", "policySetDefinitionId",
        "policySetDefinitionName", "policySetDefinitionOwner", "policySetDefinitionCategory", "policySetDefinitionParameters", "managementGroupIds",
        "policyDefinitionReferenceId", "complianceState", EvaluationDetailsField, "policyDefinitionGroupNames", "components",
        "policyDefinitionVersion", "policySetDefinitionVersion", "policyAssignmentVersion", "complianceReasonCode",
    ];

    /// <summary>The record of PolicyInsights for one record that has a state.</summary>
    public static PolicyState Create(RecordDocuments documents, StoredResource resource, DateTimeOffset now)
    {
        var (record, result) = (documents.Record, documents.Record.Result);
        var members = Resource(resource, now)
            .Concat(Assignment(documents.Assignment))
            .Concat(Definition(documents))
            .Concat(Set(documents))
            .Append(("isCompliant", new BooleanValue(record.State != ComplianceState.NonCompliant)))
            .Append(("complianceState", new TextValue(record.State?.ToString() ?? string.Empty)))
            .Append((EvaluationDetailsField, EvaluationDetails.Of(result, result?.Error)))
            .Append(("components", new ArrayValue([])))
            .Append(("complianceReasonCode", new TextValue(string.Empty)))
            .ToDictionary(member => member.Item1, member => member.Item2, StringComparer.Ordinal);
        return new PolicyState(new ObjectValue([.. Fields.Select(field => KeyValuePair.Create(field, members[field]))]));
    }

    private static IEnumerable<(string, PolicyValue)> Resource(StoredResource resource, DateTimeOffset now) =>
    [
        ("timestamp", new TextValue(SystemData.Stamp(now))),
        ("resourceId", new TextValue(resource.Id.Text)),
        ("subscriptionId", new TextValue(resource.Id.SubscriptionId ?? string.Empty)),
        ("resourceType", new TextValue(resource.Id.Type)),
        ("resourceLocation", new TextValue(resource.Body.Text("location") ?? string.Empty)),
        ("resourceGroup", new TextValue(resource.Id.ResourceGroup ?? string.Empty)),
        ("resourceTags", new TextValue(Undetermined)),
        ("managementGroupIds", new TextValue(string.Empty)),
    ];

    private static IEnumerable<(string, PolicyValue)> Assignment(StoredResource assignment) =>
    [
        ("policyAssignmentId", new TextValue(assignment.Id.Text)),
        ("policyAssignmentName", new TextValue(assignment.Id.Name)),
        ("policyAssignmentOwner", new TextValue(Undetermined)),
        ("policyAssignmentParameters", new TextValue(JsonText(assignment.Property("parameters")))),
        ("policyAssignmentScope", new TextValue(assignment.Id.Parent?.Text ?? string.Empty)),
        ("policyAssignmentVersion", new TextValue(string.Empty)),
    ];

    private static IEnumerable<(string, PolicyValue)> Definition(RecordDocuments documents) =>
    [
        ("policyDefinitionId", new TextValue(documents.DefinitionId)),
        ("policyDefinitionName", new TextValue(documents.DefinitionName)),
        ("policyDefinitionAction", new TextValue(documents.Record.Effect.ToLowerInvariant())),
        ("policyDefinitionCategory", new TextValue(documents.Definition?.Property("metadata")?.Text("category") ?? Undetermined)),
        ("policyDefinitionVersion", new TextValue(documents.Record.Policy.Definition?.Version ?? string.Empty)),
        ("effectiveParameters", new TextValue(Effective(documents.Record.Policy))),
    ];

    private static IEnumerable<(string, PolicyValue)> Set(RecordDocuments documents) =>
    [
        ("policySetDefinitionId", new TextValue(documents.Set?.Id.Text ?? string.Empty)),
        ("policySetDefinitionName", new TextValue(documents.Set?.Id.Name ?? string.Empty)),
        ("policySetDefinitionOwner", new TextValue(string.Empty)),
        ("policySetDefinitionCategory", new TextValue(documents.Set?.Property("metadata")?.Text("category") ?? string.Empty)),
        ("policySetDefinitionParameters", new TextValue(documents.Record.Policy.Reference is { } reference ? PolicyValueWriter.ToCompactJson(new ObjectValue(reference.Parameters)) : string.Empty)),
        ("policySetDefinitionVersion", new TextValue(documents.Record.Policy.SetDefinition?.Version ?? string.Empty)),
        ("policyDefinitionReferenceId", new TextValue(documents.Record.Policy.ReferenceId ?? string.Empty)),
        ("policyDefinitionGroupNames", new ArrayValue([.. documents.Record.Policy.GroupNames.Select(name => new TextValue(name))])),
    ];

    private static string Effective(AssignedPolicy policy) =>
        PolicyValueWriter.ToCompactJson(new ObjectValue([.. policy.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)]));

    private static string JsonText(JsonElement? value) => value is { } given ? PolicyValueWriter.ToCompactJson(PolicyValueReader.FromElement(given)) : "{}";
}
