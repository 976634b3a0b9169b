using Plumbline.Emulator.Wire;
using Plumbline.Policy.Schemas;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Protocol;

public sealed class ApiVersionTests
{
    private const string Group = Subscription + "/resourceGroups/rg";

    // The versions of each type, oldest first, as measured on the published schemas.
    [Theory]
    [InlineData("policyDefinitions", "2015-10-01-preview 2015-11-01 2016-04-01 2016-12-01 2018-03-01 2018-05-01 2019-01-01 2019-06-01 2019-09-01 2020-03-01 2020-09-01 2021-06-01 2023-04-01 2024-05-01 2025-01-01 2025-03-01 2025-11-01 2025-12-01-preview 2026-01-01-preview 2026-06-01 2026-07-01")]
    [InlineData("policySetDefinitions", "2017-06-01-preview 2018-03-01 2018-05-01 2019-01-01 2019-06-01 2019-09-01 2020-03-01 2020-09-01 2021-06-01 2023-04-01 2024-05-01 2025-01-01 2025-03-01 2025-11-01 2025-12-01-preview 2026-01-01-preview 2026-06-01 2026-07-01")]
    [InlineData("policyDefinitions/versions", "2023-04-01 2024-05-01 2025-01-01 2025-03-01 2025-11-01 2025-12-01-preview 2026-01-01-preview 2026-06-01 2026-07-01")]
    [InlineData("policySetDefinitions/versions", "2023-04-01 2024-05-01 2025-01-01 2025-03-01 2025-11-01 2025-12-01-preview 2026-01-01-preview 2026-06-01 2026-07-01")]
    [InlineData("policyAssignments", "2015-10-01-preview 2015-11-01 2016-04-01 2016-12-01 2017-06-01-preview 2018-03-01 2018-05-01 2019-01-01 2019-06-01 2019-09-01 2020-03-01 2020-09-01 2021-06-01 2022-06-01 2023-04-01 2024-04-01 2024-05-01 2025-01-01 2025-03-01 2025-11-01 2025-12-01-preview 2026-01-01-preview 2026-06-01 2026-07-01")]
    [InlineData("policyExemptions", "2020-07-01-preview 2022-07-01-preview 2024-12-01-preview 2025-12-01-preview 2026-01-01-preview")]
    [InlineData("policyEnrollments", "2026-01-01-preview")]
    [InlineData("variables", "2022-08-01-preview 2024-12-01-preview 2025-12-01-preview 2026-01-01-preview")]
    [InlineData("variables/values", "2022-08-01-preview 2024-12-01-preview 2025-12-01-preview 2026-01-01-preview")]
    public void Policy_types_have_the_versions_of_the_published_schemas(string type, string expected) =>
        Assert.Equal(expected, string.Join(' ', ApiVersions.Of("Microsoft.Authorization/" + type).Reverse()));

    [Theory]
    [InlineData("remediations", "2018-07-01-preview 2019-07-01 2021-10-01 2024-10-01")]
    [InlineData("attestations", "2021-01-01 2022-09-01 2024-10-01")]
    [InlineData("policyMetadata", "2019-10-01 2024-10-01")]
    public void Insights_types_have_their_versions(string type, string expected) =>
        Assert.Equal(expected, string.Join(' ', ApiVersions.Of("Microsoft.PolicyInsights/" + type).Reverse()));

    [Fact]
    public async Task Provider_s_type_in_an_unknown_version_is_refused_with_location_and_versions()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var answer = await session.PutAsync(PolicyDocuments.Apps + "/a", "2000-01-01", PolicyDocuments.App(external: false));

        Assert.Equal((400, "NoRegisteredProviderFound"), (answer.Status, answer.Code));
        Assert.StartsWith(
            "No registered resource provider found for location 'westeurope' and API version '2000-01-01' for type 'containerApps'. The supported api-versions are '2022-01-01-preview, 2022-03-01, ",
            answer.Message,
            StringComparison.Ordinal);
        Assert.Contains("'. The supported locations are 'eastus, ", answer.Message, StringComparison.Ordinal);
        Assert.Equal("gateway", answer.Headers["x-ms-failure-cause"]);
    }

    [Fact]
    public async Task Unknown_namespace_and_unknown_type_are_not_found()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var provider = await session.GetAsync(Group + "/providers/Contoso.Widgets/widgets/w", "2024-01-01");
        var type = await session.GetAsync(Group + "/providers/Microsoft.App/widgets/w", "2024-03-01");

        Assert.Equal((404, "InvalidResourceNamespace", "The resource namespace 'Contoso.Widgets' is invalid."), (provider.Status, provider.Code, provider.Message));
        Assert.Equal((404, "InvalidResourceType"), (type.Status, type.Code));
        Assert.StartsWith("The resource type 'widgets' could not be found in the namespace 'Microsoft.App' for api version '2024-03-01'. The supported api-versions are '20", type.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_types_are_served_on_request_in_any_version_that_is_a_date()
    {
        await using var session = await (await StartAsync(with: options => options with { AllowUnknownTypes = true })).WithGroupAsync();

        var created = await session.PutAsync(Group + "/providers/Contoso.Widgets/widgets/w", "2099-01-01-preview", """{"properties":{"size":1}}""");
        var malformed = await session.GetAsync(Group + "/providers/Contoso.Widgets/widgets/w", "2099-13-01");
        var known = await session.GetAsync(PolicyDocuments.Apps + "/a", "2099-01-01");

        Assert.Equal((201, 400, 400), (created.Status, malformed.Status, known.Status));
        Assert.Equal(("InvalidApiVersionParameter", "NoRegisteredProviderFound"), (malformed.Code, known.Code));
    }

    [Fact]
    public void Versions_read_alone_are_those_of_the_whole_schema()
    {
        var types = ResourceSchemas.Published.Types.Where((_, index) => index % 40 == 0).ToList();

        Assert.All(types, type =>
        {
            Assert.True(ResourceSchemas.Published.TryFind(type, out var schema));
            Assert.Equal(schema.ApiVersions.AsEnumerable(), ResourceSchemas.Published.ApiVersions(type.ToUpperInvariant()).AsEnumerable());
            Assert.Equal(Enumerable.Range(0, schema.ApiVersions.Length).Reverse(), schema.ApiVersions.Select(version => schema.AgeOf(version) ?? -1));
        });
    }

    [Fact]
    public void State_at_an_age_is_that_of_the_path()
    {
        Assert.True(ResourceSchemas.Published.TryFind("Microsoft.Authorization/policyAssignments", out var schema));
        var facts = schema.Find("properties.overrides");
        var property = schema.Root.Find("properties")?.Value.Find("overrides");

        Assert.All(schema.ApiVersions, version => Assert.Equal(facts?.StateIn(version), property?.StateAt(schema.AgeOf(version) ?? -1)));
    }

    [Fact]
    public async Task Slashes_that_are_doubled_count_once()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(session.Host.Endpoint + PolicyDocuments.Definition, PolicyDocuments.DefinitionBody);

        var answer = await session.GetAsync(PolicyDocuments.Definition.Replace("/policyDefinitions", "//policyDefinitions", StringComparison.Ordinal), PolicyVersion);

        Assert.Equal(PolicyDocuments.Definition, answer.At("id"));
    }

    [Fact]
    public async Task Provider_lists_its_types_with_versions_and_locations()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync(Subscription + "/providers/Microsoft.App", "2021-04-01");

        var index = Enumerable.Range(0, 200).First(number => answer.At($"resourceTypes/{number}/resourceType") == "containerApps");
        Assert.Contains("\"2025-01-01\"", answer.At($"resourceTypes/{index}/apiVersions"), StringComparison.Ordinal);
        Assert.Contains("\"West Europe\"", answer.At($"resourceTypes/{index}/locations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unregistered_provider_takes_no_resources_until_it_is_registered_again()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        var provider = Subscription + "/providers/Microsoft.App";

        var unregistered = await session.PostAsync(provider + "/unregister", "2021-04-01");
        var refused = await session.PutAsync(PolicyDocuments.Apps + "/a", ResourceVersion, PolicyDocuments.App(external: false));
        var registered = await session.PostAsync(provider + "/register", "2021-04-01");
        var created = await session.PutAsync(PolicyDocuments.Apps + "/a", ResourceVersion, PolicyDocuments.App(external: false));
        var used = await session.PostAsync(provider + "/unregister", "2021-04-01");

        Assert.Equal(("NotRegistered", "Registered"), (unregistered.At("registrationState"), registered.At("registrationState")));
        Assert.Equal((409, "MissingSubscriptionRegistration"), (refused.Status, refused.Code));
        Assert.Equal((201, 409), (created.Status, used.Status));
    }
}
