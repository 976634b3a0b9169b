using CsCheck;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.UnitTests.Generation.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a", YamlScalarKind.Text)]
    [InlineData("\"true\"", YamlScalarKind.Text)]
    [InlineData("yes", YamlScalarKind.Text)]
    [InlineData("1.0.0", YamlScalarKind.Text)]
    [InlineData("1.*.*", YamlScalarKind.Text)]
    [InlineData("0x1F", YamlScalarKind.Text)]
    [InlineData("-a", YamlScalarKind.Text)]
    [InlineData("2026-01-31", YamlScalarKind.Text)]
    [InlineData("9223372036854775808", YamlScalarKind.Float)]
    [InlineData("true", YamlScalarKind.Boolean)]
    [InlineData("False", YamlScalarKind.Boolean)]
    [InlineData("-12", YamlScalarKind.Integer)]
    [InlineData("1.5e3", YamlScalarKind.Float)]
    [InlineData("~", YamlScalarKind.Null)]
    [InlineData("", YamlScalarKind.Null)]
    public void Scalar_of_each_kind_follows_the_core_schema(string text, YamlScalarKind expected)
    {
        var document = YamlReader.Read(new SourceText("a.yaml", $"key: {text}\n"));

        var scalar = Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(document.Root)["key"]);
        Assert.Equal(expected, scalar.Kind);
    }

    [Fact]
    public void Nodes_know_their_span_and_path()
    {
        var document = YamlReader.Read(new SourceText("a.yaml", "list:\n  - name: first\n  - { name: \"second\" }\n"));

        var list = Assert.IsType<YamlSequence>(Assert.IsType<YamlMapping>(document.Root)["list"]);
        var second = Assert.IsType<YamlMapping>(list.Items[1]);
        Assert.Equal(new SourceLocation("a.yaml", new TextSpan(2, 3), "$.list"), list.Location);
        Assert.Equal(new SourceLocation("a.yaml", new TextSpan(3, 5), "$.list[1]"), second.Location);
        Assert.Equal(new SourceLocation("a.yaml", new TextSpan(3, 7, 4), "$.list[1].name"), second.Entries[0].Key.Location);
        Assert.Equal(new SourceLocation("a.yaml", new TextSpan(3, 13, 8), "$.list[1].name"), second.Entries[0].Value.Location);
    }

    [Theory]
    [InlineData("", "whole file Error PLB1010\nthe file holds no YAML document\nstart from the example in the documentation")]
    [InlineData("# nothing\n", "whole file Error PLB1010\nthe file holds no YAML document\nstart from the example in the documentation")]
    [InlineData("a: &x 1\n", "1:4+4 Error PLB1004 $.a\nthe anchor '&x' is not allowed: every value is written where it is used\nremove '&x' and repeat the value where it is needed")]
    [InlineData("a: *x\n", "1:4+2 Error PLB1005 $.a\nthe alias '*x' is not allowed: every value is written where it is used\nwrite the value itself, or put text that starts with '*' in quotes")]
    [InlineData("a: !!str 1\n", "1:4+7 Error PLB1006 $.a\nthe tag 'tag:yaml.org,2002:str' is not allowed: types follow from the format\nremove the tag, or put text that starts with '!' in quotes")]
    [InlineData("a: 1\na: 2\n", "2:1+1 Error PLB1007 $.a\nthe key 'a' is given a second time; the first one, on line 1, was read\nremove one of the two")]
    [InlineData("a: 1\n---\nb: 2\n", "2:1+0 Error PLB1008 $\na second document starts here; a file holds one, so it was not read\nremove the line '---' or move what follows to a file of its own")]
    [InlineData("[1, 2]: 3\n", "1:1+0 Error PLB1009 $\na key must be text; this one is a list, a mapping or nothing, so its entry was not read\nwrite a name before the ':'")]
    [InlineData("a:\n\tb: 1\n", "2:1+1 Error PLB1002\nthe line is indented with a tab, which YAML does not allow; nothing after it was read\nindent with two spaces")]
    [InlineData("a: [1\nb: 2\n", "1:4+0 Error PLB1001\nthe text is not valid YAML, so nothing after this place was read: a list, a mapping or a text is not closed\ncorrect the syntax here or on the line before")]
    public void Text_that_is_not_strict_yaml_is_refused(string text, string expected)
    {
        var document = YamlReader.Read(new SourceText("a.yaml", text));

        Assert.Equal(expected, Findings.Write(document.Diagnostics));
    }

    [Fact]
    public void All_problems_of_a_text_are_found_in_one_run()
    {
        var document = YamlReader.Read(new SourceText("a.yaml", "a: &x 1\nb: *x\nb: *x\nc: !t 2\n"));

        Assert.Equal(["PLB1004", "PLB1005", "PLB1007", "PLB1006"], document.Diagnostics.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("a: [[[1]]]\n", "1:6+0 Error PLB1003 $.a[0][0]\nthe document has more than 3 nested levels; nothing from here on was read\nsplit the document")]
    [InlineData("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n", "1:29+2 Error PLB1003 $[9]\nthe document has more than 10 nodes; nothing from here on was read\nsplit the document")]
    [InlineData("a: 12345678901234567890123456789012345678901234567890\n", "whole file Error PLB1003\nthe document has more than 50 characters; nothing from here on was read\nsplit the document")]
    public void Text_beyond_a_limit_is_refused(string text, string expected)
    {
        var document = YamlReader.Read(new SourceText("a.yaml", text), new YamlLimits(Characters: 50, Depth: 3, Nodes: 10));

        Assert.Equal(expected, Findings.Write(document.Diagnostics));
    }

    [Fact]
    public void Text_nested_very_deep_is_refused_without_exhausting_the_stack()
    {
        var document = YamlReader.Read(new SourceText("a.yaml", new string('[', 100_000) + new string(']', 100_000)));

        Assert.Equal(["PLB1003"], document.Diagnostics.Select(finding => finding.Code));
    }

    [Fact]
    public void Any_text_gives_a_document_or_a_finding_and_never_an_exception()
    {
        var text = Gen.String[Gen.Char["a1: \n-[]{}\"'#&*!|>\t,?%@\0ä"], 0, 40];

        text.Sample(sample =>
        {
            var document = YamlReader.Read(new SourceText("a.yaml", sample));
            return document.Root is not null || document.Diagnostics.Any(finding => finding.IsError);
        }, iter: 5_000);
    }

    [Fact]
    public void Converted_json_keeps_kinds_and_order()
    {
        var document = YamlReader.Read(new SourceText("a.yaml", "z: [1, 1.5, true, null, \"1\"]\na: { b: c }\n"));

        var json = CanonicalJsonWriter.Write(YamlJson.ToToken(document.Root ?? throw new InvalidOperationException("No root.")));
        Assert.Equal("""
            {
              "z": [
                1,
                1.5,
                true,
                null,
                "1"
              ],
              "a": {
                "b": "c"
              }
            }

            """, json);
    }
}
