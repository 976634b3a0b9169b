using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Policy;

public sealed class AssignmentDocumentTests
{
    public static TheoryData<string> Cases() => [.. Documents().Select(item => (string?)item["note"] ?? "")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Document_gives_the_diagnostics_it_wants(string note)
    {
        var item = Documents().Single(candidate => (string?)candidate["note"] == note);

        var (hasValue, diagnostics) = Parse((string?)item["kind"] ?? "", new SourceText("document.json", item["document"]?.ToString() ?? ""));

        Assert.Equal(item["want"]?.Values<string>(), diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Location.Path}"));
        Assert.All(diagnostics, diagnostic => Assert.NotNull(diagnostic.Location.Span));
        Assert.Equal(!diagnostics.Any(diagnostic => diagnostic.IsError), hasValue);
    }

    [Theory]
    [InlineData("notScopes", 400)]
    [InlineData("resourceSelectors", 10)]
    [InlineData("overrides", 10)]
    [InlineData("in", 50)]
    [InlineData("notIn", 50)]
    [InlineData("displayName", 128)]
    [InlineData("description", 512)]
    public void Limit_is_the_documented_one(string what, int maximum)
    {
        Assert.Empty(AssignmentDocuments.ParseAssignment(WithCount(what, maximum)).Diagnostics);
        Assert.Equal(["PLB3501"], AssignmentDocuments.ParseAssignment(WithCount(what, maximum + 1)).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Span_is_that_of_the_text()
    {
        var result = AssignmentDocuments.ParseAssignment(new SourceText("a.json", "{\n  \"policyDefinitionId\": \"/d\",\n  \"enforcementMode\": \"Off\"\n}"));

        Assert.Equal(new TextSpan(3, 22, 5), Assert.Single(result.Diagnostics).Location.Span);
    }

    [Fact]
    public void Near_word_is_offered()
    {
        var result = AssignmentDocuments.ParseAssignment(new SourceText("a.json", """{"policyDefinitionId": "/d", "enforcementMode": "DoNotEnforced", "overides": []}"""));

        Assert.Equal(["did you mean 'DoNotEnforce'?", "did you mean 'overrides'?"], result.Diagnostics.Select(diagnostic => diagnostic.Help));
    }

    [Fact]
    public void Text_that_is_no_json_is_said()
    {
        var result = AssignmentDocuments.ParseExemption(new SourceText("a.json", "{"));

        Assert.Equal((true, "PLB2001"), (result.Value is null, Assert.Single(result.Diagnostics).Code));
    }

    [Fact]
    public void Assignment_is_read_whole()
    {
        var assignment = AssignmentDocuments.ParseAssignment(new SourceText("a.json", """
            {"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a", "location": "westeurope",
             "identity": {"type": "UserAssigned", "userAssignedIdentities": {"/i": {}}},
             "properties": {"policyDefinitionId": "/d", "displayName": "A", "enforcementMode": "enroll", "definitionVersion": "1.*.*",
               "parameters": {"P": {"value": 1}}, "notScopes": ["/n"], "instanceId": "i", "assignmentType": "custom",
               "nonComplianceMessages": [{"message": "m", "policyDefinitionReferenceId": "r"}],
               "resourceSelectors": [{"name": "n", "selectors": [{"kind": "resourcelocation", "notIn": ["x"]}]}],
               "overrides": [{"kind": "policyVersion", "value": "2.*.*", "selectors": [{"kind": "resourceType", "in": ["t"]}]}]}}
            """)).Value;

        Assert.NotNull(assignment);
        Assert.Equal(("a", "/subscriptions/s", "A", "/d", "1.*.*"), (assignment.Name, assignment.Scope, assignment.DisplayName, assignment.PolicyDefinitionId, assignment.DefinitionVersion));
        Assert.Equal((EnforcementMode.Enroll, "westeurope", "i", "Custom", true), (assignment.EnforcementMode, assignment.Region, assignment.InstanceId, assignment.AssignmentType, assignment.Parameters.ContainsKey("p")));
        Assert.Equal(("UserAssigned", "/i"), (assignment.Identity?.Type, Assert.Single(assignment.Identity?.UserAssignedIdentities ?? [])));
        Assert.Equal(("m", "r"), (Assert.Single(assignment.NonComplianceMessages).Message, assignment.NonComplianceMessages[0].ReferenceId));
        Assert.Equal((SelectorKind.ResourceLocation, true), (Assert.Single(Assert.Single(assignment.ResourceSelectors).Selectors).Kind, assignment.ResourceSelectors[0].Selectors[0].IsNegated));
        Assert.Equal((OverrideKind.DefinitionVersion, "2.*.*", 1), (Assert.Single(assignment.Overrides).Kind, assignment.Overrides[0].Value, assignment.Overrides[0].Selectors.Length));
    }

    private static IEnumerable<JObject> Documents() => AssignmentCaseFile.Read("documents").Cast<JObject>();

    private static (bool HasValue, ImmutableArray<Diagnostic> Diagnostics) Parse(string kind, SourceText source) => kind switch
    {
        "assignment" => Parsed(AssignmentDocuments.ParseAssignment(source)),
        "exemption" => Parsed(AssignmentDocuments.ParseExemption(source)),
        "enrollment" => Parsed(AssignmentDocuments.ParseEnrollment(source)),
        "attestation" => Parsed(AssignmentDocuments.ParseAttestation(source)),
        _ => throw new InvalidOperationException($"There is no parser for '{kind}'."),
    };

    private static (bool HasValue, ImmutableArray<Diagnostic> Diagnostics) Parsed<T>(ParseResult<T> result)
        where T : class => (result.Value is not null, result.Diagnostics);

    private static SourceText WithCount(string what, int count)
    {
        var values = Enumerable.Range(0, count);
        var document = new JObject(new JProperty("policyDefinitionId", "/d"), what switch
        {
            "displayName" or "description" => new JProperty(what, new string('x', count)),
            "notScopes" => new JProperty(what, values.Select(value => $"/{value}")),
            "overrides" => new JProperty(what, values.Select(_ => new JObject(new JProperty("kind", "policyEffect"), new JProperty("value", "audit")))),
            "resourceSelectors" => new JProperty(what, values.Select(_ => new JObject())),
            _ => new JProperty("resourceSelectors", new JArray(new JObject(new JProperty("selectors", new JArray(new JObject(new JProperty("kind", "resourceType"), new JProperty(what, values.Select(value => $"t{value}")))))))),
        });
        return new SourceText("document.json", document.ToString());
    }
}
