using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>What PolicyInsights says of itself: the <c>$metadata</c> documents of its records, and its operations.</summary>
internal static class InsightsDocumentRoutes
{
    private const string Provider = "Microsoft.PolicyInsights";
    private static readonly XNamespace Edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    private static readonly ImmutableArray<(string Resource, string Title, string Action, string Verb)> Operations =
    [
        ("asyncOperationResults", "Async Operation Results", "read", "Gets the async operation result."),
        ("attestations", "Attestations", "read", "Get compliance state attestations."),
        ("attestations", "Attestations", "write", "Create or update compliance state attestations."),
        ("attestations", "Attestations", "delete", "Delete compliance state attestations."),
        ("policyEvents", "Policy Events", "queryResults/action", "Query information about policy events."),
        ("policyStates", "Policy States", "queryResults/action", "Query information about policy states."),
        ("policyStates", "Policy States", "summarize/action", "Query summary information about policy latest states."),
        ("policyStates", "Policy States", "triggerEvaluation/action", "Triggers a new compliance evaluation for the selected scope."),
        ("checkPolicyRestrictions", "Check Policy Restrictions", "read", "Get details about the restrictions that policies will enforce on a resource."),
        ("policyTrackedResources", "Policy Tracked Resources", "queryResults/read", "Query information about resources required by DeployIfNotExists policies."),
        ("policyMetadata", "Policy Metadata", "read", "Get Policy Metadata resources."),
        ("remediations", "Remediations", "read", "Get policy remediations."),
        ("remediations", "Remediations", "write", "Create or update Microsoft Policy remediations."),
        ("remediations", "Remediations", "delete", "Delete policy remediations."),
        ("remediations", "Remediations", "cancel/action", "Cancel in-progress Microsoft Policy remediations."),
        ("remediations", "Remediations", "listDeployments/read", "Lists the deployments required by a policy remediation."),
    ];

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        Metadata("policyStates", RecordColumns.State),
        Metadata("policyEvents", RecordColumns.Event),
        Metadata("componentPolicyStates", RecordColumns.Component),
        new("GET", $"/providers/{Provider}/operations", Provider + "/operations", (_, _) => new ArmResponse(200, new JsonObject
        {
            ["@odata.count"] = Operations.Length,
            ["value"] = new JsonArray([.. Operations.Select(Operation)]),
        })),
    ];

    private static Route Metadata(string resource, ODataSchema schema)
    {
        var content = new ArmContent(Encoding.UTF8.GetBytes(Document(resource, schema)), "application/xml; charset=utf-8");
        return new("GET", $"{{*scope}}/providers/{Provider}/{resource}/$metadata", $"{Provider}/{resource}", (_, _) => new ArmResponse(200) { Content = content });
    }

    private static JsonObject Operation((string Resource, string Title, string Action, string Verb) operation) => new()
    {
        ["name"] = $"{Provider}/{operation.Resource}/{operation.Action}",
        ["isDataAction"] = false,
        ["display"] = new JsonObject
        {
            ["provider"] = "Microsoft Policy Insights",
            ["resource"] = operation.Title,
            ["operation"] = operation.Verb.TrimEnd('.'),
            ["description"] = operation.Verb,
        },
    };

    // OData's entity model in CSDL 4.0; records are open types, and have no key.
    private static string Document(string resource, ODataSchema schema)
    {
        var entity = new XElement(Edm + "EntityType", new XAttribute("Name", schema.EntityName), new XAttribute("OpenType", "true"), schema.Properties.Select(column => Property(schema, column)));
        var details = new XElement(Edm + "ComplexType", new XAttribute("Name", "PolicyEvaluationDetails"), new XAttribute("OpenType", "true"));
        var sets = new XElement(Edm + "EntityContainer", new XAttribute("Name", "Container"),
            new XElement(Edm + "EntitySet", new XAttribute("Name", resource), new XAttribute("EntityType", $"{Provider}.{schema.EntityName}")));
        var model = new XElement(Edm + "Schema", new XAttribute("Namespace", Provider), entity, details, sets);
        var document = new XElement(Edmx + "Edmx", new XAttribute(XNamespace.Xmlns + "edmx", Edmx.NamespaceName), new XAttribute("Version", "4.0"), new XElement(Edmx + "DataServices", model));
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + document.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Property(ODataSchema schema, string column) => new(Edm + "Property", new XAttribute("Name", column), new XAttribute("Type", schema.TypeOf(column) switch
    {
        ODataType.Truth => "Edm.Boolean",
        ODataType.Instant => "Edm.DateTimeOffset",
        ODataType.List => "Collection(Edm.String)",
        ODataType.Complex => Provider + ".PolicyEvaluationDetails",
        _ => "Edm.String",
    }));
}
