using System.Globalization;
using CsCheck;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using static Plumbline.UnitTests.Policy.Effects.EffectSample;

namespace Plumbline.UnitTests.Policy.Effects;

public sealed class EffectLaws
{
    private static readonly Gen<string> AnyField = Gen.OneOf(
        "tags.a", "tags['b']", "tags[A]", "Microsoft.Storage/storageAccounts/minimumTlsVersion", "Microsoft.Storage/storageAccounts/networkAcls.defaultAction",
        "Microsoft.Storage/storageAccounts/networkAcls.ipRules[*].action");

    private static readonly Gen<string> AnyValue = Gen.OneOf("\"1\"", "\"2\"", "\"TLS1_2\"");

    private static readonly Gen<string> AnyStep = Gen.Select(AnyField, AnyValue, Gen.Bool, (field, value, isRemoved) =>
        isRemoved && field.StartsWith("tags", StringComparison.Ordinal) ? $$"""{"operation": "remove", "field": "{{field}}"}""" : Set(field, value));

    private static readonly Gen<string> AnyPolicy = Gen.Select(
        AnyStep.Array[1, 4], Gen.OneOf("deny", "audit", "disabled"), (steps, effect) => Modify(string.Join(',', steps), effect));

    private static readonly Gen<string> AnyTag = Gen.OneOf("""{"a": "1"}""", """{"A": "2", "b": "1"}""", "{}", "null");

    private static readonly Gen<string> AnyProperties = Gen.OneOf(
        "{}", """{"minimumTlsVersion": "TLS1_0"}""", """{"networkAcls": {}}""", """{"networkAcls": {"defaultAction": "1", "ipRules": [{"v": 1}, {"v": 2, "action": "1"}]}}""", """{"networkAcls": {"ipRules": []}}""");

    private static readonly Gen<ObjectValue> AnyAccount = Gen.Select(AnyTag, AnyProperties, (tags, properties) => Account($$"""  "tags": {{tags}}, "properties": {{properties}} """));

    [Fact]
    public void Modify_twice_is_modify_once() => Gen.Select(AnyAccount, AnyPolicy.Array[1, 3]).Sample((account, policies) =>
    {
        var once = Apply(account, null, policies);
        var twice = Apply(once.Document, null, policies);
        Assert.Equal(Sorted(once.Document), Sorted(twice.Document));
        if (!once.IsDenied) Assert.Equal(Sorted(once.Document), Sorted(Apply(once.Document, null, [.. policies, .. policies]).Document));
    });

    [Fact]
    public void Resource_after_its_modify_is_compliant() => Gen.Select(AnyAccount, AnyField, AnyValue).Sample((account, field, value) =>
    {
        var rule = Modify(Set(field, value)).Replace(
            """{"field": "type", "equals": "Microsoft.Storage/storageAccounts"}""",
            $$"""{"allOf": [{"field": "type", "equals": "Microsoft.Storage/storageAccounts"}, {"field": "{{field}}", "notEquals": {{value}}}]}""",
            StringComparison.Ordinal);
        var outcome = Apply(account, null, rule);
        if (outcome.Changes.IsEmpty) Assert.Equal(Rest(account), Rest(outcome.Document));
        else Assert.Equal(ComplianceState.Compliant, Records(outcome.Document, "All", rule)[0].State);
    });

    [Fact]
    public void Append_never_changes_a_value_that_is_there() => Gen.Select(AnyAccount, AnyField, AnyValue).Sample((account, field, value) =>
    {
        var outcome = Apply(account, null, Append(field, value));
        Assert.All(outcome.Changes, change => Assert.True(change.Before is UndefinedValue or NullValue or ArrayValue));
        foreach (var (name, before) in Leaves(account)) Assert.Equal(before, Leaves(outcome.Document)[name]);
    });

    [Fact]
    public void Document_without_changes_is_as_it_was() => Gen.Select(AnyAccount, AnyPolicy.Array[1, 3]).Sample((account, policies) =>
    {
        var outcome = Apply(account, null, policies);
        if (outcome.IsDenied) Assert.Empty(outcome.Changes);
        if (outcome.Changes.IsEmpty) Assert.Equal(Rest(account), Rest(outcome.Document));
    });

    [Fact]
    public void What_is_not_enforced_changes_nothing() => Gen.Select(AnyAccount, AnyPolicy).Sample((account, policy) =>
    {
        var records = Records(account, "All", policy).Select(record => record with { IsEnforced = false });
        var outcome = new Plumbline.Policy.Effects.EffectApplier(EffectSample.Aliases, UnknownAliasHandling.ReadAsPath).Apply(account, records, null);
        Assert.Same(account, outcome.Document);
    });

    // A tag that is removed and added again moves to the end, and the members of a JSON object have no order.
    private static string Sorted(ObjectValue document) => PolicyValueWriter.ToCompactJson(InOrder(document));

    private static PolicyValue InOrder(PolicyValue value) => value switch
    {
        ObjectValue item => new ObjectValue([.. item.Properties.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, InOrder(member.Value)))]),
        ArrayValue array => new ArrayValue([.. array.Items.Select(InOrder)]),
        _ => value,
    };

    // All scalars of a value by their places.
    private static Dictionary<string, PolicyValue> Leaves(PolicyValue value, string place = "") => value switch
    {
        ObjectValue item => item.Properties.SelectMany(member => Leaves(member.Value, $"{place}/{member.Key}")).ToDictionary(),
        ArrayValue array => array.Items.SelectMany((member, index) => Leaves(member, $"{place}/{index.ToString(CultureInfo.InvariantCulture)}")).ToDictionary(),
        NullValue => [],
        _ => new() { [place] = value },
    };
}
