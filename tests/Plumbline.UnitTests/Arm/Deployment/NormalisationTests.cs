using CsCheck;
using Newtonsoft.Json.Linq;
using Plumbline.Arm.Deployment;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Arm.Deployment;

public sealed class NormalisationTests
{
    private static string[] Paths(ArmObjectKind kind, string live, string wanted) =>
        [.. StructuralDiff.Compare("properties", Of(kind, JObject.Parse(live)), Of(kind, JObject.Parse(wanted))).Select(difference => difference.Path)];

    private static ObjectValue Of(ArmObjectKind kind, JObject properties) => Normalisation.Of(kind, (ObjectValue)PolicyValueReader.FromToken(properties));

    [Theory]
    [InlineData("""{"mode":"indexed"}""", "{}")]
    [InlineData("""{"mode":null}""", """{"mode":"Indexed"}""")]
    [InlineData("""{"mode":"all"}""", """{"mode":"All"}""")]
    [InlineData("""{"description":""}""", """{"description":null}""")]
    [InlineData("""{"policyType":"Custom","version":"1.0.0","versions":["1.0.0"]}""", """{"policyType":"BuiltIn"}""")]
    [InlineData("""{"parameters":{}}""", "{}")]
    [InlineData("""{"parameters":{"P":{"type":"string","metadata":null}}}""", """{"parameters":{"p":{"type":"String"}}}""")]
    [InlineData("""{"metadata":{"createdBy":"x","createdOn":"y","updatedBy":null,"updatedOn":null,"parameterScopes":{}}}""", "{}")]
    public void Definition_as_the_service_spells_it_is_the_same(string live, string wanted) => Assert.Equal([], Paths(ArmObjectKind.PolicyDefinition, live, wanted));

    [Theory]
    [InlineData("""{"mode":"All"}""", "{}", "properties.mode")]
    [InlineData("""{"displayName":"a"}""", """{"displayName":"A"}""", "properties.displayName")]
    [InlineData("""{"policyRule":{"if":{"value":""}}}""", """{"policyRule":{"if":{"value":null}}}""", "properties.policyRule.if.value")]
    [InlineData("""{"policyRule":{"if":{"in":[]}}}""", """{"policyRule":{"if":{}}}""", "properties.policyRule.if.in")]
    [InlineData("""{"parameters":{"p":{"defaultValue":["a","b"]}}}""", """{"parameters":{"p":{"defaultValue":["b","a"]}}}""", "properties.parameters.p.defaultValue[0]", "properties.parameters.p.defaultValue[1]")]
    [InlineData("""{"parameters":{"p":{"allowedValues":["audit"]}}}""", """{"parameters":{"p":{"allowedValues":["Audit"]}}}""", "properties.parameters.p.allowedValues[0]")]
    [InlineData("""{"version":"1.0.0"}""", """{"version":"1.1.0"}""", "properties.version")]
    public void Definition_that_behaves_differently_is_different(string live, string wanted, params string[] paths) =>
        Assert.Equal(paths, Paths(ArmObjectKind.PolicyDefinition, live, wanted));

    [Theory]
    [InlineData("""{"enforcementMode":null,"notScopes":["/x"],"overrides":[{}],"instanceId":"i","scope":"/s"}""", """{"enforcementMode":"Default"}""")]
    [InlineData("""{"parameters":{"E":{"value":1}}}""", """{"parameters":{"e":{"value":1.0}}}""")]
    public void Assignment_of_which_others_own_a_part_is_the_same(string live, string wanted) => Assert.Equal([], Paths(ArmObjectKind.PolicyAssignment, live, wanted));

    [Theory]
    [InlineData("""{"parameters":{"e":{"value":"x"}}}""", "{}", "properties.parameters")]
    [InlineData("""{"enforcementMode":"DoNotEnforce"}""", "{}", "properties.enforcementMode")]
    [InlineData("""{"parameters":{"e":{"value":"x"}}}""", """{"parameters":{"e":{"value":"X"}}}""", "properties.parameters.e.value")]
    public void Assignment_that_behaves_differently_is_different(string live, string wanted, params string[] paths) =>
        Assert.Equal(paths, Paths(ArmObjectKind.PolicyAssignment, live, wanted));

    [Fact]
    public void Order_of_members_and_groups_of_an_initiative_means_nothing()
    {
        const string live = """{"policyDefinitions":[{"policyDefinitionReferenceId":"b"},{"policyDefinitionReferenceId":"a","groupNames":["h","g"],"parameters":null}],"policyDefinitionGroups":[{"name":"y","description":null},{"name":"x"}]}""";
        const string wanted = """{"policyDefinitions":[{"policyDefinitionReferenceId":"a","groupNames":["g","h"],"parameters":{}},{"policyDefinitionReferenceId":"b","groupNames":[]}],"policyDefinitionGroups":[{"name":"x"},{"name":"y"}]}""";

        Assert.Equal([], Paths(ArmObjectKind.PolicySetDefinition, live, wanted));
    }

    [Fact]
    public void Rule_is_compared_value_by_value()
    {
        var leaf = Gen.OneOf(
            Gen.String[Gen.Char.AlphaNumeric, 0, 4].Select(text => (JToken)new JValue(text)),
            Gen.Int[-3, 3].Select(number => (JToken)new JValue(number)),
            Gen.Bool.Select(truth => (JToken)new JValue(truth)),
            Gen.Const((JToken)JValue.CreateNull()));
        var rule = Gen.Recursive<JToken>((depth, inner) => depth > 3
            ? leaf
            : Gen.OneOf(leaf, inner.Array[0, 3].Select(items => (JToken)new JArray(items)), inner.Array[0, 3].Select(items => (JToken)new JObject(items.Select((item, i) => new JProperty($"k{i}", item))))));

        Gen.Select(rule, rule).Sample((before, after) =>
        {
            var (live, wanted) = (new JObject { ["policyRule"] = before.DeepClone() }, new JObject { ["policyRule"] = after.DeepClone() });
            var differences = StructuralDiff.Compare("properties", Of(ArmObjectKind.PolicyDefinition, live), Of(ArmObjectKind.PolicyDefinition, wanted));

            Assert.Equal(JToken.DeepEquals(Top(before), Top(after)), differences.IsEmpty);
        });

        // A policyRule of null is none.
        static JToken? Top(JToken value) => value.Type == JTokenType.Null ? null : value;
    }
}
