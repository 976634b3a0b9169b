using Plumbline.Policy.Diagnostics;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Protocol;

public sealed class PolicyVersionTests
{
    [Fact]
    public async Task Older_versions_are_kept_beside_the_newest()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, Versioned("1.0.0", "Audit"));
        await session.PutOkAsync(Definition, Versioned("1.1.0", "Deny"));
        await session.PutOkAsync(Definition, Versioned("1.0.1", "Disabled"));

        var newest = await session.GetAsync(Definition, PolicyVersion);
        var all = await session.GetAsync(Definition + "/versions", PolicyVersion);
        var first = await session.GetAsync(Definition + "/versions/1.0.0", PolicyVersion);
        var missing = await session.GetAsync(Definition + "/versions/2.0.0", PolicyVersion);

        Assert.Equal(("1.1.0", """["1.0.0","1.0.1","1.1.0"]"""), (newest.At("properties/version"), newest.At("properties/versions")));
        Assert.Equal(["1.1.0", "1.0.1", "1.0.0"], all.List("name"));
        Assert.Equal((Definition + "/versions/1.0.0", "Microsoft.Authorization/policyDefinitions/versions"), (first.At("id"), first.At("type")));
        Assert.Equal("Audit", first.At("properties/parameters/effect/defaultValue"));
        Assert.Equal((404, "PolicyDefinitionVersionNotFound"), (missing.Status, missing.Code));
    }

    [Fact]
    public async Task Update_without_a_version_updates_the_newest_one()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, Versioned("2.0.0", "Audit"));

        var updated = await session.PutAsync(Definition, "2021-06-01", DefinitionBody);
        var read = await session.GetAsync(Definition, PolicyVersion);

        Assert.Equal((201, null), (updated.Status, updated.At("properties/version")));
        Assert.Equal(("2.0.0", """["2.0.0"]"""), (read.At("properties/version"), read.At("properties/versions")));
    }

    [Fact]
    public async Task Version_is_put_and_deleted_as_a_child()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, Versioned("1.0.0", "Audit"));
        var child = Definition + "/versions/1.2.0";

        var created = await session.PutAsync(child, PolicyVersion, DefinitionBody);
        var updated = await session.PutAsync(child, PolicyVersion, DefinitionBody);
        var newest = await session.GetAsync(Definition, PolicyVersion);
        var deleted = await session.DeleteAsync(child, PolicyVersion);
        var again = await session.DeleteAsync(child, PolicyVersion);
        var only = await session.DeleteAsync(Definition + "/versions/1.0.0", PolicyVersion);
        var left = await session.GetAsync(Definition, PolicyVersion);

        Assert.Equal((201, 200, "1.2.0"), (created.Status, updated.Status, newest.At("properties/version")));
        Assert.Equal((200, 204, 400), (deleted.Status, again.Status, only.Status));
        Assert.Equal(("1.0.0", "Audit"), (left.At("properties/version"), left.At("properties/parameters/effect/defaultValue")));
    }

    [Theory]
    [InlineData("1.0", "InvalidPolicyDefinitionVersion")]
    [InlineData("latest", "InvalidPolicyDefinitionVersion")]
    public async Task Child_without_a_whole_version_as_name_is_refused(string version, string code)
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);

        var answer = await session.PutAsync($"{Definition}/versions/{version}", PolicyVersion, DefinitionBody);

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("1.0.*", 403)]
    [InlineData("1.*.*", 201)]
    [InlineData("2.*.*", 404)]
    public async Task Assignment_takes_the_version_that_it_pins(string wanted, int status)
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, Versioned("1.0.0", "Deny"));
        await session.PutOkAsync(Definition, Versioned("1.1.0", "Audit"));

        var assigned = await session.PutAsync(Assignment, PolicyVersion, AssignmentBody(Definition, $$""", "definitionVersion": "{{wanted}}" """));
        var app = await session.PutAsync(Apps + "/a", ResourceVersion, App(external: true));

        Assert.Equal(status, status == 404 ? assigned.Status : app.Status);
        if (status == 404) Assert.Equal("PolicyDefinitionVersionNotFound", assigned.Code);
    }

    [Fact]
    public async Task Versions_are_expanded_on_request()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, Versioned("1.0.0", "Audit"));
        await session.PutOkAsync(Definition, Versioned("1.1.0", "Audit"));
        await session.PutOkAsync(Assignment, AssignmentBody(Definition, """, "definitionVersion": "1.0.*" """));

        var plain = await session.GetAsync(Assignment, PolicyVersion);
        var expanded = await session.GetAsync(Assignment + "?$expand=LatestDefinitionVersion,EffectiveDefinitionVersion", PolicyVersion);

        Assert.Null(plain.At("properties/latestDefinitionVersion"));
        Assert.Equal(("1.1.0", "1.0.0"), (expanded.At("properties/latestDefinitionVersion"), expanded.At("properties/effectiveDefinitionVersion")));
    }

    [Fact]
    public async Task All_versions_of_a_scope_are_listed_by_post()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, Versioned("1.0.0", "Audit"));
        await session.PutOkAsync(Definition, Versioned("1.1.0", "Audit"));
        await session.PutOkAsync(Set, SetBody);

        var definitions = await session.PostAsync(Authorization + "/listPolicyDefinitionVersions", PolicyVersion);
        var sets = await session.PostAsync(Authorization + "/listPolicySetDefinitionVersions", PolicyVersion);
        var tenant = await session.PostAsync("/providers/Microsoft.Authorization/listPolicyDefinitionVersions", PolicyVersion);

        Assert.Equal([Definition + "/versions/1.1.0", Definition + "/versions/1.0.0"], definitions.List("id"));
        Assert.Equal([Set + "/versions/1.0.0"], sets.List("id"));
        Assert.Equal((200, Array.Empty<string>()), (tenant.Status, tenant.Names));
    }

    [Fact]
    public async Task New_major_version_may_drop_parameters_and_a_minor_one_may_not()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, Versioned("1.0.0", "Audit"));
        const string without = """
            {"properties":{"version":"VERSION","policyRule":{"if":{"field":"type","equals":"Microsoft.App/containerApps"},"then":{"effect":"audit"}}}}
            """;

        var minor = await session.PutAsync(Definition, PolicyVersion, without.Replace("VERSION", "1.1.0", StringComparison.Ordinal));
        var major = await session.PutAsync(Definition, PolicyVersion, without.Replace("VERSION", "2.0.0", StringComparison.Ordinal));

        Assert.Equal((400, "InvalidPolicyParameterUpdate"), (minor.Status, minor.Code));
        Assert.Equal(201, major.Status);
    }

    [Fact]
    public async Task Version_that_is_pinned_cannot_be_deleted()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, Versioned("1.0.0", "Audit"));
        await session.PutOkAsync(Definition, Versioned("1.1.0", "Audit"));
        await session.PutOkAsync(Assignment, AssignmentBody(Definition, """, "definitionVersion": "1.0.*" """));

        var pinned = await session.DeleteAsync(Definition + "/versions/1.0.0", PolicyVersion);
        var free = await session.DeleteAsync(Definition + "/versions/1.1.0", PolicyVersion);

        Assert.Equal((400, "InvalidDeletePolicyDefinitionVersionRequest"), (pinned.Status, pinned.Code));
        Assert.Equal($"The version '1.0.0' of the policy definition 'no-external-ingress' cannot be deleted because it is used by '{Assignment}'.", pinned.Message);
        Assert.Equal(200, free.Status);
    }

    [Fact]
    public async Task Several_documents_of_one_built_in_are_its_versions()
    {
        SourceText Document(string version) => new($"{version}.json", Versioned(version, "Audit").Replace("{\n  \"properties\"", $"{{ \"name\": \"{BuiltIn}\", \"properties\"", StringComparison.Ordinal));
        await using var session = await StartAsync(builtIns: [Document("1.0.0"), Document("2.1.0"), Document("1.3.0")]);
        var path = "/providers/Microsoft.Authorization/policyDefinitions/" + BuiltIn;

        var newest = await session.GetAsync(path, PolicyVersion);
        var versions = await session.GetAsync(path + "/versions", PolicyVersion);
        var written = await session.PutAsync(path + "/versions/3.0.0", PolicyVersion, DefinitionBody);
        var tenant = await session.PostAsync("/providers/Microsoft.Authorization/listPolicyDefinitionVersions", PolicyVersion);
        var filtered = await session.GetAsync("/providers/Microsoft.Authorization/policyDefinitions?$filter=category eq 'Container Apps'", PolicyVersion);
        var custom = await session.GetAsync("/providers/Microsoft.Authorization/policyDefinitions?$filter=policyType eq 'Custom'", PolicyVersion);

        Assert.Equal(("2.1.0", """["1.0.0","1.3.0","2.1.0"]"""), (newest.At("properties/version"), newest.At("properties/versions")));
        Assert.Equal(["2.1.0", "1.3.0", "1.0.0"], versions.List("name"));
        Assert.Equal(405, written.Status);
        Assert.Equal([BuiltIn], filtered.Names);
        Assert.Empty(custom.Names);
        Assert.Equal(3, tenant.Names.Length);
    }

    private static string Versioned(string version, string effect) => DefinitionBody
        .Replace("\"displayName\"", $"\"version\": \"{version}\", \"displayName\"", StringComparison.Ordinal)
        .Replace("\"defaultValue\": \"Deny\"", $"\"defaultValue\": \"{effect}\"", StringComparison.Ordinal);
}
