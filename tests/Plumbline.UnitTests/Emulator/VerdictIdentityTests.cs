using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;
using Plumbline.UnitTests.Catalog;
using Plumbline.UnitTests.Policy.BuiltIns;
using ResourceDocument = Plumbline.Emulator.Store.ResourceDocument;

namespace Plumbline.UnitTests.Emulator;

/// <summary>The emulator and <c>plumbline scan</c> say the same of the same resources under the same initiative.</summary>
public sealed class VerdictIdentityTests
{
    private const string SubscriptionId = "0f9c2a5e-7b1d-4c8a-9e36-5d2f8a7b4c10";
    private const string Subscription = "/subscriptions/" + SubscriptionId;
    private const string Authorization = Subscription + "/providers/Microsoft.Authorization";
    private const int Generated = 1000;

    // Between the expiry dates of the estate's certificates.
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<string> Samples =
        [.. RepositoryFiles.ReadAll("tests/resources/microsoft.app", "*.json").Select(source => source.Text).Where(text => Object(text).ContainsKey("type")), .. Estate().Select(body => body.ToJsonString())];

    [Fact]
    public void Every_state_of_the_estate_and_of_generated_resources_is_the_same()
    {
        var state = State();
        var evaluated = new ComplianceScan(new PreparedPolicies(new AssignmentEvaluator(new PolicyEvaluator(AliasTable.Published).Evaluate))).Run(state, Id(Subscription), Now);
        var records = evaluated.SelectMany(verdicts => verdicts.States.Select(record => (Resource: verdicts.Resource.Id.Text.ToLowerInvariant(), record.Member.ReferenceId, record.State))).ToList();

        var (findings, totals) = Scan(state);

        Assert.Equal(0, totals.Unknown);
        Assert.Equal(
            string.Join('\n', findings.Order(StringComparer.Ordinal)),
            string.Join('\n', records.Where(record => record.State is ComplianceState.NonCompliant or ComplianceState.Error).Select(record => $"{record.Resource} {record.ReferenceId} {record.State}").Order(StringComparer.Ordinal)));
        Assert.Equal(totals.Compliant, records.Count(record => record.State == ComplianceState.Compliant));
        Assert.Equal(totals.Manual, records.Count(record => record.State == ComplianceState.Unknown));
        Assert.Equal(totals.Resources, evaluated.Length);
        Assert.True(totals.Compliant > Generated && totals.NonCompliant > Generated, $"{totals.Compliant} compliant and {totals.NonCompliant} non-compliant verdicts are too few to tell");
    }

    private static (List<string> Findings, ScanTotals Totals) Scan(ArmState state)
    {
        var documents = Definitions().Append(Set()).Concat(BuiltIns()).Select(body => Read(body.ToJsonString())).ToImmutableArray();
        var plan = ScanPlan.Make([Read(Assignment().ToJsonString())], documents, ImmutableDictionary<string, PolicyValue>.Empty, new ScanAliases(AliasTable.Published, UnknownAliasHandling.Refuse));
        var engine = new ScanEngine(plan.Assignments, new ScanSettings(2, null, Now));
        var inventory = state.Within(Id(Subscription)).Where(resource => EvaluatedTypes.Include(resource.Id)).Select(resource => PolicyValueWriter.ToCompactJson(ResourceView.Of(resource)));
        var bytes = Encoding.UTF8.GetBytes($"[{string.Join(',', inventory)}]");
        engine.Collect(Batches(bytes), CancellationToken.None);
        var outcomes = engine.Run(Batches(bytes), CancellationToken.None).ToList();
        return (
            [.. outcomes.SelectMany(outcome => outcome.Findings).Select(finding => $"{finding.ResourceId.ToLowerInvariant()} {finding.Policy.ReferenceId} {finding.State}")],
            outcomes.Aggregate(default(ScanTotals), (sum, outcome) => sum + outcome.Totals));
    }

    private static IEnumerable<ResourceBatch> Batches(byte[] bytes) => new InventoryReader(new MemoryStream(bytes), "inventory.json").Batches();

    private static PolicyDocument Read(string json) => PolicyDocumentReader.Read(new SourceText("policy.json", json)).Value ?? throw new InvalidOperationException(json);

    private static ArmState State()
    {
        var resources = Estate().Concat(Enumerable.Range(0, Generated).Select(Generate)).Select(body => ResourceDocument.Seed(Id($"{body["id"]}"), body)).ToList();
        var groups = resources.Select(resource => resource.Id.ResourceGroup).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => ScopeDocuments.ResourceGroup(Id($"{Subscription}/resourceGroups/{name}"), "westeurope", null));
        var policies = Definitions().Append(Set()).Concat(BuiltIns()).Append(Assignment()).Select(body => ResourceDocument.Seed(Id($"{body["id"]}"), body));
        return Seeds.Empty("99999999-8888-7777-6666-555555555555", SubscriptionId).WithSaved([.. groups, .. policies, .. resources]);
    }

    private static IEnumerable<JsonObject> Estate() => RepositoryFiles.ReadAll("tests/resources/estate", "*.json").Select(source => Object(source.Text)).Where(body => body.ContainsKey("type"));

    // A sample with some of its values changed or left out, at an id of its own; what is nested lies in one of the others or in none.
    private static JsonObject Generate(int number)
    {
        var random = new Random(number);
        var body = Object(Samples[random.Next(Samples.Length)]);
        var parts = $"{body["type"]}".Split('/');
        var names = parts[1..^1].Select(part => $"/{part}/resource-{random.Next(Generated)}").Append($"/{parts[^1]}/{(parts.Length > 2 && random.Next(2) == 0 ? "current" : $"resource-{number}")}");
        body["id"] = $"{Subscription}/resourceGroups/rg-{number % 7}/providers/{parts[0]}{string.Concat(names)}";
        body["name"] = $"{body["id"]}".Split('/')[^1];
        for (var changes = random.Next(4); changes > 0; changes--) Mutate(body["properties"], random);
        return body;
    }

    private static void Mutate(JsonNode? node, Random random)
    {
        if (node is JsonArray { Count: > 0 } list) Mutate(list[random.Next(list.Count)], random);
        if (node is not JsonObject { Count: > 0 } item) return;
        var (name, value) = item.ElementAt(random.Next(item.Count));
        if (value is JsonObject or JsonArray && random.Next(4) > 0) Mutate(value, random);
        else if (value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False) item[name] = value.GetValueKind() == JsonValueKind.False;
        else if (random.Next(3) == 0) item[name] = null;
        else item.Remove(name);
    }

    private static IEnumerable<JsonObject> Definitions() => RepositoryFiles.ReadAll("definitions/container-apps", "*.json").Select(source => Placed(source.Text, "policyDefinitions"));

    private static JsonObject Set() => Placed(RepositoryFiles.Read("initiative/azure-container-apps.json").Text, "policySetDefinitions");

    private static IEnumerable<JsonObject> BuiltIns()
    {
        var used = (Set()["properties"]?["policyDefinitions"] as JsonArray ?? []).Select(member => $"{member?["policyDefinitionId"]}".Split('/')[^1]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var body in BuiltInCorpus.All.Where(item => used.Contains(item.Name)).Select(item => Object(item.Text)))
        {
            body["id"] = $"/providers/Microsoft.Authorization/policyDefinitions/{body["name"]}";
            yield return body;
        }
    }

    private static JsonObject Assignment() => new()
    {
        ["id"] = Authorization + "/policyAssignments/baseline",
        ["name"] = "baseline",
        ["type"] = ResourceTypes.PolicyAssignment,
        ["properties"] = new JsonObject
        {
            ["scope"] = Subscription,
            ["policyDefinitionId"] = $"{Set()["id"]}",
            ["parameters"] = Object(RepositoryFiles.Read("tests/resources/estate/assignment-parameters.json").Text),
        },
    };

    private static JsonObject Placed(string text, string type)
    {
        var body = Object(text.Replace("/providers/Microsoft.Management/managementGroups/placeholder", Subscription, StringComparison.Ordinal));
        body["id"] = $"{Authorization}/{type}/{body["name"]}";
        return body;
    }

    private static JsonObject Object(string text) => JsonNode.Parse(text) as JsonObject ?? throw new InvalidOperationException(text);

    private static ResourceId Id(string text) => ResourceId.TryParse(text) ?? throw new InvalidOperationException(text);
}
