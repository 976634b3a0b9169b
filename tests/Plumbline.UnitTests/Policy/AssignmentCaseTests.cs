using Newtonsoft.Json.Linq;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

public sealed class AssignmentCaseTests
{
    private static readonly string[] Topics = ["coverage", "overrides", "parameters", "scopes", "selectors"];

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var topic in Topics)
        {
            foreach (var item in AssignmentCaseFile.Cases(topic)) data.Add(topic, item.Note);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_the_records_it_wants(string topic, string note)
    {
        var item = AssignmentCaseFile.Cases(topic).Single(candidate => candidate.Note == note);
        var wanted = item.Want.ToList();

        var records = item.Evaluate();

        var actual = records.Select((record, index) => Render(record, index < wanted.Count ? wanted[index] : []));
        Assert.Equal(new JArray(wanted).ToString(), new JArray(actual).ToString());
    }

    [Fact]
    public void Notes_are_unique_in_their_topic()
    {
        var repeated = Topics.SelectMany(topic => AssignmentCaseFile.Cases(topic).GroupBy(item => item.Note).Where(same => same.Count() > 1).Select(same => $"{topic}: {same.Key}"));

        Assert.Empty(repeated);
    }

    private static JObject Render(AssignmentRecord record, JObject wanted) =>
        new(wanted.Properties().Select(property => new JProperty(property.Name, Render(record, property.Name))));

    private static JToken? Render(AssignmentRecord record, string member) => member switch
    {
        "state" => record.State?.ToString(),
        "sub" => record.SubState?.ToString(),
        "reason" => record.Reason.ToString(),
        "effect" => record.Effect,
        "enforced" => record.IsEnforced,
        "denied" => record.IsDenied,
        "message" => record.NonComplianceMessage,
        "attestation" => record.AttestationId is { } id ? NameOf(id) : null,
        "exemptions" => new JArray(record.ExemptionIds.Select(NameOf)),
        "enrolled" => new JArray(record.EnrollmentIds.Select(NameOf)),
        _ => Render(record.Policy, member),
    };

    private static JToken? Render(AssignedPolicy policy, string member) => member switch
    {
        "definition" => policy.DefinitionId,
        "reference" => policy.ReferenceId,
        "groups" => new JArray(policy.GroupNames),
        "version" => policy.Definition?.Version,
        "setVersion" => policy.SetDefinition?.Version,
        "errors" => new JArray(policy.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Code)),
        "parameters" => PolicyValueWriter.ToCompactJson(new ObjectValue([.. policy.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)])),
        _ => throw new InvalidOperationException($"A record has no '{member}'."),
    };

    private static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];
}
