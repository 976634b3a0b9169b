using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;

namespace Plumbline.EmulatorTests.Insights;

/// <summary>States made without a server.</summary>
internal static class StateSamples
{
    public const string Tenant = "99999999-8888-7777-6666-555555555555";
    public const string Subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
    public const string Authorization = Subscription + "/providers/Microsoft.Authorization";

    public static PolicyEvaluator Evaluator { get; } = new(AliasTable.Published);

    public static DateTimeOffset Now { get; } = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static PreparedPolicies Policies { get; } = new(new AssignmentEvaluator(Evaluator.Evaluate));

    public static ArmState Empty => Seeds.Empty(Tenant, Subscription["/subscriptions/".Length..]).With(Resource(Subscription + "/resourceGroups/rg", """{"location":"westeurope"}"""));

    public static StoredResource Resource(string id, string body) => ResourceDocument.Seed(Id(id), JsonNode.Parse(body) as JsonObject ?? []);

    public static ResourceId Id(string text) => ResourceId.TryParse(text) ?? throw new InvalidOperationException(text);

    /// <summary>A definition and an assignment of it at the subscription, both of the same name.</summary>
    public static ArmState Assign(this ArmState state, string name, string rule, string mode = "All", string assignment = "", string parameters = "{}") => state
        .With(Resource($"{Authorization}/policyDefinitions/{name}", $$$"""{"properties":{"mode":"{{{mode}}}","parameters":{{{parameters}}},"policyRule":{{{rule}}}}}"""))
        .With(Resource($"{Authorization}/policyAssignments/{name}", $$$"""{"properties":{"policyDefinitionId":"{{{Authorization}}}/policyDefinitions/{{{name}}}"{{{assignment}}}}}"""));
}
