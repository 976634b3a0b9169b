using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Policy;

public sealed class ParserTests
{
    // Each document, and its diagnostics as "code line:column+length path".
    public static TheoryData<string, string[]> WrongRules() => new()
    {
        { """{"policyRule": {"then": {"effect": "audit"}}}""", ["PLB2005 1:16+1 $.policyRule"] },
        { """{"policyRule": {"if": {"allOf": []}}}""", ["PLB2005 1:16+1 $.policyRule"] },
        { """{"mode": "All"}""", ["PLB2005 1:1+1 $"] },
        { """{"policyRule": {"if": {"allOf": []}, "then": {}}}""", ["PLB2005 1:46+1 $.policyRule.then"] },
        { """{"policyRule": {"if": {"allOf": []}, "then": {"effect": 1}}}""", ["PLB2003 1:57+1 $.policyRule.then.effect"] },
        { """{"policyRule": {"if": {"allOf": []}, "then": {"effect": "audit", "Effect": "b"}}}""", ["PLB2004 1:66+8 $.policyRule.then.Effect"] },
        { """{"policyRule": [], "mode": 1}""", ["PLB2003 1:16+1 $.policyRule", "PLB2003 1:28+1 $.mode"] },
        { """{"mode": "All", "properties": {"mode": "All", "policyRule": {"if": {"allOf": []}, "then": {"effect": "audit"}}}}""", ["PLB2004 1:32+6 $.properties.mode"] },
        { """{"properties": 1}""", ["PLB2005 1:1+1 $", "PLB2003 1:16+1 $.properties"] },
    };

    public static TheoryData<string, string[]> WrongConditions() => new()
    {
        { """{"allOf": {}}""", ["PLB2003 :11+1 .allOf"] },
        { """{"not": []}""", ["PLB2003 :9+1 .not"] },
        { """{"allOf": [], "field": "type"}""", ["PLB2007 :15+7 .field"] },
        { """{"allOf": [], "anyOf": []}""", ["PLB2007 :15+7 .anyOf"] },
        { """{"field": "type"}""", ["PLB2008 :1+1 "] },
        { """{"equals": "x"}""", ["PLB2010 :1+1 "] },
        { """{}""", ["PLB2010 :1+1 ", "PLB2008 :1+1 "] },
        { """{"field": "type", "equals": 1, "like": 2}""", ["PLB2009 :32+6 .like"] },
        { """{"field": "type", "value": 1, "equals": 2}""", ["PLB2011 :19+7 .value"] },
        { """{"field": "type", "equal": 1}""", ["PLB2008 :1+1 ", "PLB2006 :19+7 .equal"] },
        { """{"field": "type", "equals": 1, "note": 2}""", ["PLB2006 :32+6 .note"] },
        { """{"field": 1, "equals": 1}""", ["PLB2003 :11+1 .field"] },
        { """{"field": "type", "equals": 1, "Equals": 2}""", ["PLB2004 :32+8 .Equals"] },
        { """{"field": "type", "equals": 1, "equals": 2}""", ["PLB2004 :32+8 "] },
        { """{"count": 1, "equals": 1}""", ["PLB2003 :11+1 .count"] },
        { """{"count": {}, "equals": 1}""", ["PLB2012 :11+1 .count"] },
        { """{"count": {"field": "a[*]", "value": []}, "equals": 1}""", ["PLB2012 :11+1 .count"] },
        { """{"count": {"field": "a[*]", "name": "n"}, "equals": 1}""", ["PLB2013 :29+6 .count.name"] },
        { """{"count": {"value": [], "name": 1}, "equals": 1}""", ["PLB2003 :33+1 .count.name"] },
        { """{"count": {"field": "a[*]", "were": {}}, "equals": 1}""", ["PLB2014 :29+6 .count.were"] },
        { """{"count": {"field": "a[*]", "where": []}, "equals": 1}""", ["PLB2003 :38+1 .count.where"] },
        { """{"value": "[foo", "equals": "[bar()"}""", ["PLB2021 :29+8 .equals"] },
        { """{"value": "[]", "equals": 1}""", ["PLB2020 :13+1 .value"] },
        { """{"value": "[concat('a', 'b']", "equals": 1}""", ["PLB2020 :28+1 .value"] },
        { """{"value": "[true]", "equals": 1}""", ["PLB2020 :13+4 .value"] },
        { """{"value": "[createArray(1.5)]", "equals": 1}""", ["PLB2020 :25+3 .value"] },
        { """{"value": "[concat('a)]", "equals": 1}""", ["PLB2020 :20+4 .value"] },
        { """{"value": "['abc'[0]]", "equals": 1}""", ["PLB2020 :18+1 .value"] },
        { """{"value": "[empty('')] ", "equals": "[empty('')]x"}""", [] },
        { """{"value": "[concatt('a')]", "equals": 1}""", ["PLB2022 :13+7 .value"] },
        { """{"value": ["[resourceId('a')]"], "equals": 1}""", ["PLB2023 :14+10 .value[0]"] },
        { """{"value": {"a": "[flatten('a')]"}, "equals": 1}""", ["PLB2024 :19+7 .value.a"] },
        { """{"value": "[toLower()]", "equals": "[utcNow('u')]"}""", ["PLB2025 :13+7 .value", "PLB2025 :38+6 .equals"] },
        { """{"value": "[current()]", "equals": 1}""", ["PLB2026 :13+7 .value"] },
        { """{"count": {"value": [1], "where": {"count": {"value": [2], "where": {"value": "[current()]", "equals": 1}}, "equals": 1}}, "equals": 1}""", ["PLB2027 :81+7 .count.where.count.where.value"] },
    };

    [Theory]
    [MemberData(nameof(WrongRules))]
    public void Definition_that_is_wrong_is_reported_in_full(string text, string[] expected)
    {
        var result = PolicyParser.ParseDefinition(new SourceText("policy.json", text));

        Assert.Null(result.Value);
        Assert.Equal(expected, result.Diagnostics.Select(Render));
    }

    [Theory]
    [MemberData(nameof(WrongConditions))]
    public void Condition_that_is_wrong_is_reported_in_full(string condition, string[] expected)
    {
        const string before = """{"policyRule": {"then": {"effect": "audit"}, "if": """;
        var offset = before.Length;

        var result = PolicyParser.ParseDefinition(new SourceText("policy.json", before + condition + "}}"));

        Assert.Equal(expected, result.Diagnostics.Select(item => Render(item, offset, "$.policyRule.if")));
    }

    [Fact]
    public void Document_with_several_errors_reports_all_in_the_order_of_the_text()
    {
        const string text = """
            {
              "displayName": 1,
              "policyRule": {
                "if": {
                  "anyOf": [
                    { "field": "type", "eqals": "x" },
                    { "value": "[parameter('a')]", "equals": 1 }
                  ]
                },
                "then": { "details": { "existenceCondition": { "not": 1 } } }
              }
            }
            """;

        var result = PolicyParser.ParseDefinition(new SourceText("policy.json", text));

        Assert.Null(result.Value);
        Assert.Equal(
            [
                "PLB2003 2:18+1 $.displayName",
                "PLB2008 6:9+1 $.policyRule.if.anyOf[0]",
                "PLB2006 6:28+7 $.policyRule.if.anyOf[0].eqals",
                "PLB2022 7:22+9 $.policyRule.if.anyOf[1].value",
                "PLB2005 10:13+1 $.policyRule.then",
                "PLB2003 10:59+1 $.policyRule.then.details.existenceCondition.not",
            ],
            result.Diagnostics.Select(Render));
        Assert.Equal("did you mean 'equals'?", result.Diagnostics[2].Help);
        Assert.Equal("did you mean 'parameters'?", result.Diagnostics[3].Help);
    }

    [Fact]
    public void Parameters_that_are_undeclared_or_unused_are_reported()
    {
        const string text = """{"parameters": {"effect": {"type": "string"}, "other": {"type": "Strin"}, "EFFECT": {}}, "policyRule": {"if": {"allOf": []}, "then": {"effect": "[parameters('efect')]"}}}""";

        var result = PolicyParser.ParseDefinition(new SourceText("policy.json", text));

        Assert.Equal(
            [
                "PLB2029 1:17+8 $.parameters.effect",
                "PLB2029 1:47+7 $.parameters.other",
                "PLB2016 1:65+7 $.parameters.other.type",
                "PLB2004 1:75+8 $.parameters.EFFECT",
                "PLB2028 1:158+7 $.policyRule.then.effect",
            ],
            result.Diagnostics.Select(Render));
    }

    [Fact]
    public void Conditions_nested_beyond_the_limit_are_refused()
    {
        var text = string.Concat(Enumerable.Repeat("""{"not":""", 513)) + """{"allOf":[]}""" + new string('}', 513);

        var result = PolicyParser.ParseDefinition(new SourceText("policy.json", """{"policyRule": {"then": {"effect": "audit"}, "if": """ + text + "}}"));

        Assert.Equal(["PLB2015"], result.Diagnostics.Select(item => item.Code));
    }

    [Fact]
    public void Json_nested_beyond_the_limit_is_refused()
    {
        var result = PolicyParser.ParseDefinition(new SourceText("policy.json", string.Concat(Enumerable.Repeat("""{"a":""", 100_000))));

        Assert.Equal(["PLB2001"], result.Diagnostics.Select(item => item.Code));
    }

    [Fact]
    public void Duplicate_keys_in_opaque_values_are_accepted()
    {
        const string text = """{"metadata": {"a": 1, "a": 2}, "policyRule": {"if": {"value": {"x": 1, "X": 2, "x": 3}, "exists": true}, "then": {"effect": "audit", "details": {"y": 1, "y": 2}}}}""";

        var result = PolicyParser.ParseDefinition(new SourceText("policy.json", text));

        Assert.NotNull(result.Value);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void Definition_is_read_wrapped_and_unwrapped_alike()
    {
        const string inner = """{"displayName": "D", "mode": "All", "metadata": {"version": "1.2.3"}, "policyRule": {"IF": {"FIELD": "type", "EQUALS": "x"}, "Then": {"EFFECT": "audit"}}}""";

        var unwrapped = PolicyParser.ParseDefinition(new SourceText("a.json", inner)).Value;
        var wrapped = PolicyParser.ParseDefinition(new SourceText("a.json", """{"name": "n", "type": "t", "properties": """ + inner + "}")).Value;

        Assert.Equal(("", "D", "All", "1.2.3", "audit"), (unwrapped?.Name, unwrapped?.DisplayName, unwrapped?.Mode, unwrapped?.Version, unwrapped?.Then.Effect));
        Assert.Equal(("n", "D", "All", "1.2.3", "audit"), (wrapped?.Name, wrapped?.DisplayName, wrapped?.Mode, wrapped?.Version, wrapped?.Then.Effect));
        Assert.Equal(unwrapped?.If, wrapped?.If);
    }

    private static string Render(Diagnostic item) => Render(item, 0, "");

    private static string Render(Diagnostic item, int offset, string path)
    {
        var span = item.Location.Span ?? default;
        var place = offset == 0 ? $"{span.Line}:{span.Column}" : $":{span.Column - offset}";
        return $"{item.Code} {place}+{span.Length} {item.Location.Path?[path.Length..]}";
    }
}
