using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Remediations;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;

namespace Plumbline.EmulatorTests.Effects;

/// <summary>A store with policies that act, without a web server: what is stored is put there, what is written goes through policies.</summary>
internal sealed class PolicyWorld : IAsyncDisposable
{
    public const string Scope = "/subscriptions/11111111-2222-3333-4444-555555555555";
    public const string Group = Scope + "/resourceGroups/rg";
    public const string Accounts = Group + "/providers/Microsoft.Storage/storageAccounts";
    public const string Policies = Scope + "/providers/Microsoft.Authorization";
    public const string Principal = "aaaaaaaa-0000-0000-0000-000000000001";
    public const string Role = "/providers/Microsoft.Authorization/roleDefinitions/17d1049b-9a84-46fb-8f53-869881c3d3ab";

    private static readonly ImmutableDictionary<string, string> NoQuery = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    private readonly ArmRouter router;

    private PolicyWorld(ArmStore store, RecordingDeployments deployments)
    {
        Store = store;
        Deployments = deployments;
        var policies = new PreparedPolicies(new AssignmentEvaluator(new PolicyEvaluator(AliasTable.Published).Evaluate));
        Actions = PolicyActions.Start(store, policies, deployments, new StoredRoles(), new FixedTime());
        Deleter = new ResourceDeleter(policies);
        router = new ArmRouter([.. new RemediationRoutes(Actions.RemediationRules, Actions.Remediations).All, .. new AttestationRoutes(Actions.AttestationRules).All]);
    }

    public ArmStore Store { get; }

    public PolicyActions Actions { get; }

    public ResourceDeleter Deleter { get; }

    public RecordingDeployments Deployments { get; }

    public static DateTimeOffset Now => new FixedTime().GetUtcNow();

    /// <summary>A world with a subscription and the resource group <c>rg</c>.</summary>
    public static async Task<PolicyWorld> CreateAsync()
    {
        var world = Of(new ArmStore(InitialAccess.Add(Seeds.Empty("99999999-8888-7777-6666-555555555555", Scope["/subscriptions/".Length..]), [])));
        await world.StoreAsync(Group, """{"type":"Microsoft.Resources/resourceGroups","location":"westeurope","tags":{},"properties":{}}""");
        return world;
    }

    /// <summary>The world of a store.</summary>
    public static PolicyWorld Of(ArmStore store) => new(store, new RecordingDeployments(store));

    /// <summary>Stores a document without asking policies.</summary>
    public Task StoreAsync(string id, string body) => Store.ChangeAsync(state => (true, state.With(Document(id, body))));

    /// <summary>Stores a definition with a rule, and its assignment at the subscription, which has an identity.</summary>
    /// <param name="name">Of both.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="more">Further properties of the assignment.</param>
    /// <param name="mode">The mode of the definition.</param>
    public async Task AssignAsync(string name, string rule, string more = "", string mode = "Indexed")
    {
        await StoreAsync($"{Policies}/policyDefinitions/{name}", "{\"properties\":{\"mode\":\"" + mode + "\",\"policyRule\":" + rule + "}}");
        await StoreAsync($"{Policies}/policyAssignments/{name}", $$"""
            {"identity":{"type":"SystemAssigned","principalId":"{{Principal}}"},"location":"westeurope",
             "properties":{"policyDefinitionId":"{{Policies}}/policyDefinitions/{{name}}","scope":"{{Scope}}"{{more}} } }
            """);
    }

    /// <summary>Gives the identity of the assignments a role.</summary>
    public Task GrantAsync(string role = Role, string scope = Scope) => StoreAsync(
        scope + "/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0000-000000000001",
        $$"""{"properties":{"principalId":"{{Principal}}","roleDefinitionId":"{{Scope}}{{role}}"} }""");

    /// <summary>Writes a resource through policies.</summary>
    public Task<WriteResult> WriteAsync(string id, string body, bool changesTagsOnly = false) => Store.ChangeAsync(state =>
    {
        var written = Actions.Writer.Write(state, new ResourceWrite(Document(id, body), Now, "2025-01-01", Caller.Owner) { ChangesTagsOnly = changesTagsOnly });
        return (written, (ArmState?)written.Next);
    });

    /// <summary>Deletes a resource through policies.</summary>
    public Task<WriteResult> DeleteAsync(string id) => Store.ChangeAsync(state =>
    {
        var found = state.Find(id) ?? throw new InvalidOperationException($"There is no '{id}'.");
        var deleted = Deleter.Delete(state, new ResourceWrite(found, Now, "2025-01-01", Caller.Owner));
        return (deleted, (ArmState?)deleted.Next);
    });

    /// <summary>What is stored, as JSON; null when there is nothing.</summary>
    public string? Stored(string id, string member) => Store.Current.Find(id)?.Body.Property(member)?.GetRawText();

    /// <summary>Sends a request to the routes of remediations and attestations.</summary>
    public async Task<Answer> SendAsync(string method, string path, string? body = null, string version = "2024-10-01", params (string Name, string Value)[] query)
    {
        var request = new ArmRequest(
            method, "https://localhost", path, NoQuery.SetItem("api-version", version).SetItems(query.Select(item => KeyValuePair.Create(item.Name, item.Value))),
            body is null ? null : JsonNode.Parse(body) as JsonObject, Now, Guid.NewGuid());
        var (route, routed, error) = router.Find(request);
        var response = route is null || error is not null ? ArmEnvelope.Error(error ?? ArmErrors.RouteNotFound(path)) : await Store.ChangeAsync(state =>
        {
            var outcome = route.Handle(state, routed);
            return (outcome.Response, outcome.Next);
        });
        return new Answer(response.Status, response.Body, ImmutableDictionary<string, string>.Empty);
    }

    public async ValueTask DisposeAsync()
    {
        Deployments.Release();
        await Actions.DisposeAsync();
        await Store.DisposeAsync();
    }

    public static StoredResource Document(string id, string body)
    {
        var parsed = ResourceId.TryParse(id) ?? throw new ArgumentException(id, nameof(id));
        var document = (JsonObject)(JsonNode.Parse(body) ?? throw new ArgumentException(body, nameof(body)));
        var whole = new JsonObject { ["id"] = parsed.Text, ["name"] = parsed.Name, ["type"] = parsed.Type };
        foreach (var (name, value) in document) whole[name] = value?.DeepClone();
        return new StoredResource(parsed, Json.Freeze(whole));
    }
}
