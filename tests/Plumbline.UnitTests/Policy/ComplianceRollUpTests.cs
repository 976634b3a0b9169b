using System.Collections.Immutable;
using CsCheck;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Assignments;
using static Plumbline.UnitTests.Policy.AssignmentSample;

namespace Plumbline.UnitTests.Policy;

public sealed class ComplianceRollUpTests
{
    private static readonly Gen<ComplianceState> AnyState = Gen.OneOf(ComplianceRollUp.Rank.ToArray());

    private static readonly Gen<AssignmentRecord[]> AnyRecords = Gen.Select(
        Gen.OneOf("x", "X", "y", "z"), Gen.OneOf("p", "q", "r"), Gen.OneOf("g", "G", "h"), AnyState,
        (resource, reference, group, state) => Record(resource, reference, state, group)).Array[0, 30];

    public static TheoryData<string> Cases() => [.. Items().Select(item => (string?)item["note"] ?? "")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Records_roll_up_as_wanted(string note)
    {
        var item = Items().Single(candidate => (string?)candidate["note"] == note);
        var records = (item["records"] as JArray ?? []).Cast<JArray>().Select(Read);
        var wanted = (JObject?)item["want"] ?? [];

        var overview = ComplianceOverview.Of(records);

        var actual = new JObject(wanted.Properties().Select(property => new JProperty(property.Name, Render(overview, property.Name))));
        Assert.Equal(wanted.ToString(), actual.ToString());
    }

    [Fact]
    public void Rank_is_the_documented_one() =>
        Assert.Equal("NonCompliant Compliant Error Conflict Protected Exempt Unknown", string.Join(' ', ComplianceRollUp.Rank));

    [Theory]
    [InlineData("noncompliant", ComplianceState.NonCompliant)]
    [InlineData("Conflicting", ComplianceState.Conflict)]
    [InlineData("CONFLICT", ComplianceState.Conflict)]
    [InlineData("NotStarted", null)]
    [InlineData("0", null)]
    public void Word_is_read(string word, ComplianceState? wanted) => Assert.Equal(wanted, ComplianceRollUp.Parse(word));

    [Fact]
    public void Order_of_the_records_does_not_matter() => Gen.Select(AnyRecords, Gen.Int).Sample((records, seed) =>
    {
        var shuffled = records.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Text(ComplianceOverview.Of(records)), Text(ComplianceOverview.Of(shuffled)));
    });

    [Fact]
    public void Rolling_up_twice_is_rolling_up_once() => AnyRecords.Sample(records =>
        Assert.Equal(Text(ComplianceOverview.Of(records)), Text(ComplianceOverview.Of(records.Concat(records)))));

    [Fact]
    public void State_of_states_is_the_state_of_all() => AnyState.Array[0, 10].Array[0, 5].Sample(groups => Assert.Equal(
        ComplianceRollUp.Of(groups.SelectMany(group => group)),
        ComplianceRollUp.Of(groups.Select(group => ComplianceRollUp.Of(group)).OfType<ComplianceState>())));

    [Fact]
    public void Non_compliant_anywhere_makes_the_initiative_non_compliant_and_nothing_else_does() => AnyRecords.Sample(records => Assert.Equal(
        records.Any(record => record.State == ComplianceState.NonCompliant),
        ComplianceOverview.Of(records).State == ComplianceState.NonCompliant));

    [Fact]
    public void Counts_add_up_to_the_distinct_resources_and_no_percentage_leaves_its_range() => AnyRecords.Sample(records =>
    {
        var overview = ComplianceOverview.Of(records);
        Assert.Equal(records.Select(record => record.ResourceId).Distinct(StringComparer.OrdinalIgnoreCase).Count(), overview.Resources.Total);
        Assert.InRange(overview.Resources.Azure.Value ?? 0, 0, 100);
        Assert.InRange(overview.Resources.Strict.Value ?? 0, 0, 100);
    });

    [Fact]
    public void Percentage_is_whole_only_when_its_counts_are() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 100_000]).Where((part, whole) => part <= whole).Sample((part, whole) =>
    {
        var value = new CompliancePercentage(part, whole, "").Value;
        Assert.Equal((part == whole, part == 0), (value == 100, value == 0));
        Assert.InRange(value ?? -1, part * 100m / whole - 0.1m, part * 100m / whole + 0.1m);
    });

    private static IEnumerable<JObject> Items() => AssignmentCaseFile.Read("roll-up").Cast<JObject>();

    private static AssignmentRecord Read(JArray item) =>
        Record((string?)item[0] ?? "", (string?)item[1] ?? "", ComplianceRollUp.Parse((string?)item[2] ?? ""), item.Count > 3 ? [.. item[3].Values<string>().OfType<string>()] : []);

    private static JToken? Render(ComplianceOverview overview, string member) => member switch
    {
        "state" => overview.State?.ToString(),
        "resources" => Counts(overview.Resources),
        "policies" => Counts(overview.Policies),
        "azure" => overview.Resources.Azure.ToString(),
        "strict" => overview.Resources.Strict.ToString(),
        "byResource" => Lines(overview.ByResource),
        "byPolicy" => Lines(overview.ByPolicy),
        "byGroup" => Lines(overview.ByGroup),
        "group g" => string.Join(' ', Counts(overview.ByGroup.Single(line => line.Key == "g").Resources).Properties().Select(count => $"{count.Name}: {count.Value}")),
        _ => throw new InvalidOperationException($"An overview has no '{member}'."),
    };

    private static JObject Counts(ComplianceCounts counts) =>
        new(ComplianceRollUp.Rank.Where(state => counts[state] > 0).Select(state => new JProperty(state.ToString(), counts[state])));

    private static JObject Lines(ImmutableArray<ComplianceLine> lines) => new(lines.Select(line => new JProperty(line.Key, line.State.ToString())));

    private static string Text(ComplianceOverview overview) => new JObject(
        new[] { "state", "resources", "policies", "azure", "byResource", "byPolicy", "byGroup" }.Select(member => new JProperty(member, Render(overview, member)))).ToString();
}
