using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Catalog;
using Plumbline.Generation.Compilation;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Generation.Compilation;

public sealed class StateCompilerTests
{
    [Theory]
    [InlineData("{field:'a',equals:true}", "{field:'T.A/b/a',notEquals:true}")]
    [InlineData("{field:'a',equals:''}", "{anyOf:[{field:'T.A/b/a',exists:false},{field:'T.A/b/a',notEquals:''}]}")]
    [InlineData("{field:'a',equals:\"[parameters('p')]\"}", "{anyOf:[{field:'T.A/b/a',exists:false},{field:'T.A/b/a',notEquals:\"[parameters('p')]\"}]}")]
    [InlineData("{field:'a',notEquals:'x'}", "{anyOf:[{field:'T.A/b/a',exists:false},{field:'T.A/b/a',equals:'x'}]}")]
    [InlineData("{field:'a',in:['x','y']}", "{field:'T.A/b/a',notIn:['x','y']}")]
    [InlineData("{field:'a',notIn:['x','y']}", "{anyOf:[{field:'T.A/b/a',exists:false},{field:'T.A/b/a',in:['x','y']}]}")]
    [InlineData("{field:'a',like:'x*'}", "{field:'T.A/b/a',notLike:'x*'}")]
    [InlineData("{field:'a',like:'*'}", "{anyOf:[{field:'T.A/b/a',exists:false},{field:'T.A/b/a',notLike:'*'}]}")]
    [InlineData("{field:'a',greater:2}", "{not:{field:'T.A/b/a',greater:2}}")]
    [InlineData("{field:'a',exists:true}", "{field:'T.A/b/a',exists:false}")]
    [InlineData("{field:'a',exists:'false'}", "{field:'T.A/b/a',exists:true}")]
    [InlineData("{not:{field:'a',equals:'x'}}", "{anyOf:[{field:'T.A/b/a',exists:false},{field:'T.A/b/a',equals:'x'}]}")]
    [InlineData("{field:'name',notEquals:'x'}", "{field:'name',equals:'x'}")]
    [InlineData("{field:'tags.owner',exists:true}", "{field:'tags.owner',exists:false}")]
    [InlineData("{field:'identity.type',contains:'UserAssigned'}", "{field:'identity.type',notContains:'UserAssigned'}")]
    [InlineData("{field:'X.Y/z/w',equals:1}", "{field:'X.Y/z/w',notEquals:1}")]
    [InlineData("{value:\"[field('kind')]\",equals:'x'}", "{value:\"[field('kind')]\",notEquals:'x'}")]
    [InlineData("{count:{field:'c[*]'},greater:0}", "{count:{field:'T.A/b/c[*]'},lessOrEquals:0}")]
    [InlineData("{count:{field:'c[*]'},greater:\"[parameters('p')]\"}", "{not:{count:{field:'T.A/b/c[*]'},greater:\"[parameters('p')]\"}}")]
    [InlineData("{count:{field:'c[*]',where:{not:{anyOf:[{field:'c[*].d',equals:1},{field:'c[*].d',less:0}]}}},equals:0}",
        "{count:{field:'T.A/b/c[*]',where:{allOf:[{field:'T.A/b/c[*].d',notEquals:1},{not:{field:'T.A/b/c[*].d',less:0}}]}},notEquals:0}")]
    public void Requirement_becomes_the_positive_form_of_its_violation(string require, string violation)
    {
        var state = State(require);

        AssertIf($"{{allOf:[{{field:'type',equals:'T.A/b'}},{violation}]}}", state);
    }

    [Fact]
    public void Nested_quantifiers_become_one_by_de_morgan()
    {
        var state = State("{not:{anyOf:[{field:'a',equals:1},{anyOf:[{field:'b',equals:2},{not:{field:'c',equals:3}}]}]}}");

        AssertIf("""
            {allOf:[{field:'type',equals:'T.A/b'},{anyOf:[
                {field:'T.A/b/a',exists:false},{field:'T.A/b/a',equals:1},
                {field:'T.A/b/b',exists:false},{field:'T.A/b/b',equals:2},
                {field:'T.A/b/c',notEquals:3}]}]}
            """, state);
    }

    [Fact]
    public void Two_requirements_on_one_field_ask_once_whether_it_exists()
    {
        var state = State("{allOf:[{field:'a',notEquals:1},{field:'a',notEquals:2}]}");

        AssertIf("{allOf:[{field:'type',equals:'T.A/b'},{anyOf:[{field:'T.A/b/a',exists:false},{field:'T.A/b/a',equals:1},{field:'T.A/b/a',equals:2}]}]}", state);
    }

    [Theory]
    [InlineData("{field:'a',equals:true}", "{field:'T.A/b/a',exists:true},{field:'T.A/b/a',notEquals:true}")]
    [InlineData("{field:'a',notEquals:'tcp'}", "{field:'T.A/b/a',equals:'tcp'}")]
    [InlineData("{field:'a',notEquals:''}", "{field:'T.A/b/a',exists:true},{field:'T.A/b/a',equals:''}")]
    [InlineData("{field:'a',lessOrEquals:3}", "{field:'T.A/b/a',exists:true},{not:{field:'T.A/b/a',lessOrEquals:3}}")]
    public void Missing_property_that_is_compliant_is_no_violation(string require, string violation)
    {
        var state = State(require) with { MissingIsViolation = false };

        AssertIf($"{{allOf:[{{field:'type',equals:'T.A/b'}},{violation}]}}", state);
    }

    [Fact]
    public void When_stands_between_the_type_and_the_violation_without_not_around_it()
    {
        var state = State("{field:'a',equals:1}") with { When = Condition("{allOf:[{field:'kind',exists:true},{not:{anyOf:[{field:'b',equals:2},{field:'b',equals:3}]}}]}") };

        AssertIf("""
            {allOf:[{field:'type',equals:'T.A/b'},{field:'kind',exists:true},
                {field:'T.A/b/b',notEquals:2},{field:'T.A/b/b',notEquals:3},{field:'T.A/b/a',notEquals:1}]}
            """, state);
    }

    [Fact]
    public void Members_of_an_array_are_counted_where_they_violate()
    {
        var state = State("{anyOf:[{field:'[*].x',notEquals:''},{field:'a',equals:1}]}") with { ForEach = ["c[*]"], Where = Condition("{field:'[*].y',equals:'on'}") };

        AssertIf("""
            {allOf:[{field:'type',equals:'T.A/b'},{count:{field:'T.A/b/c[*]',where:{allOf:[
                {field:'T.A/b/c[*].y',equals:'on'},
                {anyOf:[{field:'T.A/b/c[*].x',exists:false},{field:'T.A/b/c[*].x',equals:''}]},
                {field:'T.A/b/a',notEquals:1}]}},greater:0}]}
            """, state);
    }

    [Fact]
    public void Members_of_several_arrays_are_counted_apart_and_a_member_itself_is_never_missing()
    {
        var state = State("{field:'[*]',notEquals:'*'}") with { ForEach = ["c[*]", "d[*].e[*]"] };

        AssertIf("""
            {allOf:[{field:'type',equals:'T.A/b'},{anyOf:[
                {count:{field:'T.A/b/c[*]',where:{field:'T.A/b/c[*]',equals:'*'}},greater:0},
                {count:{field:'T.A/b/d[*].e[*]',where:{field:'T.A/b/d[*].e[*]',equals:'*'}},greater:0}]}]}
            """, state);
    }

    [Fact]
    public void Related_resource_is_described_by_its_secure_state()
    {
        var state = State("{field:'a',equals:1}") with
        {
            Require = null,
            When = Condition("{field:'a',exists:true}"),
            Related = new RelatedState("T.A/b/child", "current", Condition("{allOf:[{field:'x',exists:true},{field:'x',equals:'on'},{not:{field:'y',equals:'off'}}]}")),
        };

        AssertIf("{allOf:[{field:'type',equals:'T.A/b'},{field:'T.A/b/a',exists:true}]}", state);
        AssertJson("{allOf:[{field:'T.A/b/child/x',equals:'on'},{field:'T.A/b/child/y',exists:true},{field:'T.A/b/child/y',notEquals:'off'}]}", StateCompiler.Existence(state));
    }

    [Fact]
    public void Related_resource_without_requirement_only_has_to_exist()
    {
        var state = State("{field:'a',equals:1}") with { Require = null, Related = new RelatedState("T.A/b/child", Name: null, Require: null) };

        AssertIf("{field:'type',equals:'T.A/b'}", state);
        Assert.Null(StateCompiler.Existence(state));
    }

    private static SecureState State(string require) => new("T.A/b", When: null, ForEach: [], Where: null, Condition(require), MissingIsViolation: true, Related: null);

    private static Condition Condition(string json)
    {
        var result = PolicyParser.ParseCondition(JToken.Parse(json), "a.json", "$", FieldNames.IsMember);
        return result.Value ?? throw new InvalidOperationException(Findings.Write(result.Diagnostics));
    }

    private static void AssertIf(string expected, SecureState state) => AssertJson(expected, StateCompiler.If(state));

    private static void AssertJson(string expected, Condition? actual) =>
        Assert.Equal(JToken.Parse(expected).ToString(Formatting.Indented), actual is null ? "" : PolicyJsonWriter.Write(actual).ToString(Formatting.Indented));
}
