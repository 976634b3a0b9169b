using System.Collections.Immutable;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Scan;

/// <summary>The columns of PolicyInsights' records.</summary>
internal static class RecordColumns
{
    /// <summary>The column that is only shown with <c>$expand=PolicyEvaluationDetails</c>.</summary>
    public const string EvaluationDetails = "policyEvaluationDetails";

    private static readonly ImmutableArray<string> Common =
    [
        "timestamp", "resourceId", "policyAssignmentId", "policyDefinitionId", "effectiveParameters", "isCompliant", "subscriptionId", "resourceType",
        "resourceLocation", "resourceGroup", "resourceTags", "policyAssignmentName", "policyAssignmentOwner", "policyAssignmentParameters",
        "policyAssignmentScope", "policyDefinitionName", "policyDefinitionAction", "policyDefinitionCategory", "policySetDefinitionId",
        "policySetDefinitionName", "policySetDefinitionOwner", "policySetDefinitionCategory", "policySetDefinitionParameters", "managementGroupIds",
        "policyDefinitionReferenceId", "complianceState",
    ];

    private static readonly ImmutableDictionary<string, ODataType> Types = new Dictionary<string, ODataType>
    {
        ["timestamp"] = ODataType.Instant,
        ["isCompliant"] = ODataType.Truth,
        [EvaluationDetails] = ODataType.Complex,
        ["policyDefinitionGroupNames"] = ODataType.List,
        ["components"] = ODataType.List,
    }.ToImmutableDictionary();

    /// <summary>A state: the columns in the order in which a record shows them.</summary>
    public static ODataSchema State { get; } = Schema("PolicyState",
    [
        .. Common, EvaluationDetails, "policyDefinitionGroupNames", "components",
        "policyDefinitionVersion", "policySetDefinitionVersion", "policyAssignmentVersion", "complianceReasonCode",
    ]);

    /// <summary>An event: no groups and no versions, but who did it.</summary>
    public static ODataSchema Event { get; } = Schema("PolicyEvent", [.. Common, EvaluationDetails, "components", "tenantId", "principalOid"]);

    /// <summary>The state of a component; no component is ever evaluated here.</summary>
    public static ODataSchema Component { get; } = Schema("ComponentPolicyState",
    [
        .. Common, EvaluationDetails, "policyDefinitionGroupNames", "componentId", "componentType", "componentName",
        "policyDefinitionVersion", "policySetDefinitionVersion", "policyAssignmentVersion",
    ]);

    /// <summary>The columns that a record shows to clients of an api-version: groups, components and versions came with 2019-10-01.</summary>
    public static ImmutableArray<string> Shown(ODataSchema schema, string apiVersion) => ApiVersions.IsSince(apiVersion, "2019-10-01")
        ? schema.Properties
        : [.. Common, EvaluationDetails, .. schema.Properties.Where(column => column is "tenantId" or "principalOid")];

    private static ODataSchema Schema(string entity, ImmutableArray<string> columns) => new(entity, columns, [])
    {
        Types = columns.ToImmutableDictionary(column => column, column => Types.GetValueOrDefault(column, ODataType.Text)),
    };
}
