using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Arm;
using Plumbline.Arm.Deployment;

namespace Plumbline.UnitTests.Arm.Deployment;

/// <summary>Scripts an endpoint that has, or lacks, the objects of <see cref="Documents"/>.</summary>
internal static class DeployedArm
{
    public const string NotFound = """{"error":{"code":"ResourceNotFound","message":"Not found."}}""";

    public static readonly string[] Reads =
    [
        $"GET {TestTarget.Subscription}",
        $"GET {TestTarget.Authorization}/policyDefinitions/a",
        $"GET {TestTarget.Authorization}/policyDefinitions/b",
        $"GET {TestTarget.Authorization}/policySetDefinitions/aca",
        $"GET {TestTarget.AssignmentId}",
        $"GET {TestTarget.Authorization}/policyAssignments?$filter=atExactScope()",
        $"GET {TestTarget.Authorization}/policySetDefinitions?$filter=atExactScope()",
        $"GET {TestTarget.Authorization}/policyDefinitions?$filter=atExactScope()",
    ];

    public static DesiredObject[] Wanted =>
        [.. DesiredObjects.At(TargetScope.Parse(TestTarget.Subscription) ?? throw new InvalidOperationException(), Documents.Desired(), TestTarget.Target().Assignment)];

    /// <summary>The scope exists and has nothing.</summary>
    public static ScriptedArm Empty() => Lists(WithScope(), "", "", "", Wanted.Select(one => (one.Id, 404, NotFound)));

    /// <summary>Everything is there as deployed, with what the service adds and in its spelling.</summary>
    public static ScriptedArm AsDeployed(Func<DesiredObject, JObject, JObject>? change = null, string otherDefinitions = "") =>
        Lists(WithScope(), "", "", otherDefinitions, Wanted.Select(one => (one.Id, 200, (change?.Invoke(one, Echo(one)) ?? Echo(one)).ToString(Formatting.None))));

    public static ScriptedArm WithScope() => new ScriptedArm().Answer(
        $"GET {TestTarget.Subscription}", 200, $$"""{"id":"{{TestTarget.Subscription}}","subscriptionId":"11111111-1111-1111-1111-111111111111","displayName":"Test","state":"Enabled"}""");

    /// <summary>What the service answers for an object that was PUT: its own properties added, keys in another order, ids in lower case.</summary>
    public static JObject Echo(DesiredObject wanted)
    {
        var written = (JObject)(wanted.Body["properties"] ?? new JObject()).DeepClone();
        var properties = new JObject(written.Properties().Reverse());
        if (properties["metadata"] is JObject metadata)
            metadata.Add(new JObject { ["createdBy"] = "p", ["createdOn"] = "2026-01-01T00:00:00.1234567Z", ["updatedBy"] = null, ["updatedOn"] = null }.Properties());
        foreach (var member in properties["policyDefinitions"]?.Children<JObject>() ?? [])
        {
            member["policyDefinitionId"] = member.Value<string>("policyDefinitionId")?.ToLowerInvariant();
            member["effectiveDefinitionVersion"] = "1.2.0";
            member["latestDefinitionVersion"] = "1.2.0";
            member["definitionVersion"] ??= "1.*.*";
        }

        properties[wanted.Kind == ArmObjectKind.PolicyAssignment ? "instanceId" : "version"] = "1.0.0";
        properties["description"] ??= "";
        properties["versions"] = new JArray("1.0.0");
        return new JObject
        {
            ["properties"] = properties,
            ["id"] = wanted.Id,
            ["type"] = $"Microsoft.Authorization/{wanted.Kind.TypeName()}",
            ["name"] = wanted.Name,
            ["systemData"] = new JObject { ["createdBy"] = "p" },
        };
    }

    private static ScriptedArm Lists(ScriptedArm arm, string assignments, string initiatives, string definitions, IEnumerable<(string Id, int Status, string Body)> objects)
    {
        foreach (var (id, status, body) in objects) arm.Answer($"GET {id}", status, body);
        return arm
            .Answer(Reads[5], 200, $$"""{"value":[{{assignments}}]}""")
            .Answer(Reads[6], 200, $$"""{"value":[{{initiatives}}]}""")
            .Answer(Reads[7], 200, $$"""{"value":[{{definitions}}]}""");
    }
}
