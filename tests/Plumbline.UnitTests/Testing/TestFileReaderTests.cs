using System.Globalization;
using CsCheck;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;
using Plumbline.Testing.Resources;

namespace Plumbline.UnitTests.Testing;

public sealed class TestFileReaderTests
{
    private const string Start = "policy: a.json\nresource: { type: A.B/c }\ntests:\n";

    [Theory]
    [InlineData("  - expect: Complaint", "4:13 PLB1105 did you mean 'Compliant'?")]
    [InlineData("  - { expect: { complience: Compliant } }", "4:17 PLB1101 did you mean 'compliance'?")]
    [InlineData("  - { expects: Compliant }", "4:7 PLB1101 did you mean 'expect'?")]
    [InlineData("  - { expect: {} }", "4:15 PLB6008 write at least 'compliance'")]
    [InlineData("  - { expect: { matched: 1 } }", "4:26 PLB1103 write true or false")]
    [InlineData("  - { file: a.json, resource: {}, expect: Compliant }", "4:21 PLB1111 remove 'resource' or 'file'")]
    [InlineData("  - { write: ptu, expect: Compliant }", "4:14 PLB1105 did you mean 'put'?")]
    [InlineData("  - { context: { utcNow: soon }, expect: Compliant }", "4:26 PLB6009 write it in ISO 8601, such as 2025-01-01T00:00:00Z")]
    [InlineData("  []", "4:3 PLB1109 add an item, or remove the key if it is optional")]
    public void Mistake_is_found_with_its_place(string tests, string problem) => Assert.Equal(problem, Problems(Start + tests));

    [Theory]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("a[x]")]
    [InlineData("a[0")]
    [InlineData("a['b]")]
    [InlineData("a[0]b")]
    [InlineData("a.")]
    [InlineData("a[-1]")]
    public void Path_that_is_malformed_is_found(string path) =>
        Assert.StartsWith("4:18 PLB6006", Problems($"{Start}  - {{ without: [ \"{path}\" ], expect: Compliant }}"), StringComparison.Ordinal);

    [Fact]
    public void File_names_exactly_one_policy()
    {
        Assert.Equal("1:1 PLB1112 add one of them", Problems("resource: {}\ntests: [{ expect: Compliant }]"));
        Assert.Equal("2:1 PLB1111 remove 'builtIn' or 'policy'", Problems("policy: a.json\nbuiltIn: 00000000-0000-0000-0000-000000000000\nresource: {}\ntests: [{ expect: Compliant }]"));
    }

    [Fact]
    public void Test_without_any_resource_is_found() =>
        Assert.Equal("2:9 PLB6003 add 'resource', 'file' or 'bicep' to the test or to the whole file", Problems("policy: a.json\ntests: [{ expect: Compliant }]"));

    [Fact]
    public void Name_defaults_to_what_is_expected_and_changed()
    {
        var file = TestBench.Read($"{Start}  - expect: Compliant\n  - {{ with: {{ a.b: 1 }}, without: c, expect: {{ effect: Deny }} }}\n  - {{ expect: {{ denied: true }} }}\n").Value;

        Assert.Equal(["Compliant (test 1)", "Deny with a.b: 1, without c", "test (test 3)"], file?.Tests.Select(test => test.Name));
        Assert.Equal([WriteRequest.None, WriteRequest.None, WriteRequest.Put], file?.Tests.Select(test => test.Write));
    }

    [Fact]
    public void Value_that_is_set_can_be_read_where_it_was_set() =>
        Gen.Select(Gen.OneOf([.. ((string[])["a", "b.c", "['x.y'].d", "list[0].e", "list[1]", "f['it''s']"]).Select(Gen.Const)]), Gen.Int).Sample((text, number) =>
        {
            var path = ResourcePath.Parse(text) ?? throw new InvalidOperationException(text);
            var before = PolicyValueReader.Object(("list", new ArrayValue([PolicyValueReader.Object()])), ("kept", BooleanValue.Of(true)));
            var after = new ResourceEdit(path, new IntegerValue(number), text, new("f")).Apply(before);
            return after is not null && after["kept"].Equals(BooleanValue.Of(true)) && PathReader.Read(after, path).Equals(new IntegerValue(number));
        });

    [Fact]
    public void Removing_what_was_set_restores_the_resource() => Gen.OneOf([.. ((string[])["a", "b['c.d']", "list[1]"]).Select(Gen.Const)]).Sample(text =>
    {
        var path = ResourcePath.Parse(text) ?? throw new InvalidOperationException(text);
        var before = PolicyValueReader.Object(("b", PolicyValueReader.Object()), ("list", new ArrayValue([NullValue.Instance])));
        var set = new ResourceEdit(path, NullValue.Instance, text, new("f")).Apply(before) ?? throw new InvalidOperationException(text);
        return before.Equals(new ResourceEdit(path, UndefinedValue.Instance, text, new("f")).Apply(set));
    });

    [Fact]
    public void Star_sets_every_member()
    {
        var path = ResourcePath.Parse("list[*].on") ?? throw new InvalidOperationException();
        var before = PolicyValueReader.Object(("list", new ArrayValue([PolicyValueReader.Object(), PolicyValueReader.Object()])));

        Assert.Equal("""{"list":[{"on":true},{"on":true}]}""", PolicyValueWriter.ToCompactJson(new ResourceEdit(path, BooleanValue.Of(true), "", new("f")).Apply(before) ?? before));
        Assert.Null(new ResourceEdit(path, BooleanValue.Of(true), "", new("f")).Apply(PolicyValueReader.Object()));
    }

    [Fact]
    public void Schema_describes_the_same_keys() => Assert.Contains("\"unreachable\"", TestFileReader.Schema, StringComparison.Ordinal);

    private static string Problems(string yaml) => string.Join("\n", TestBench.Read(yaml).Diagnostics.Select(problem =>
        string.Create(CultureInfo.InvariantCulture, $"{problem.Location.Span?.Line}:{problem.Location.Span?.Column} {problem.Code} {problem.Help}")));
}
