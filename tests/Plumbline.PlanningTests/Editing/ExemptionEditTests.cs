using System.Collections.Immutable;
using CsCheck;
using Plumbline.Cli.Editing;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Reader = Plumbline.Cli.Environments.ExemptionFiles;

namespace Plumbline.PlanningTests.Editing;

public sealed class ExemptionEditTests
{
    private const string Subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";

    private const string Item = "name: old, control: NS-1, scope: /subscriptions/00000000-0000-0000-0000-000000000001, category: Waiver, expiresOn: 2027-01-31, owner: o, ticket: t";

    private const string Added = """
          - name: new
            assignment: baseline
            scope: /subscriptions/00000000-0000-0000-0000-000000000001
            category: Mitigated
            expiresOn: 2027-03-31
            owner: platform
            ticket: OPS-7

        """;

    [Theory]
    [InlineData("# all\nexemptions:\n  # one\n  - { " + Item + " } # done\n# end\n", "# all\nexemptions:\n  # one\n  - { " + Item + " } # done\n# end\n" + Added)]
    [InlineData("exemptions:\n  - { " + Item + " }", "exemptions:\n  - { " + Item + " }\n" + Added)]
    [InlineData("exemptions: [] # none yet\n", "exemptions:\n" + Added, " # none yet\n")]
    [InlineData("", "exemptions:\n" + Added)]
    public void Exemption_is_put_at_the_end_of_a_YAML_list(string text, string expected, string? after = null) =>
        Assert.Equal(after is null ? expected : expected.TrimEnd('\n') + after, Edited("a.yaml", text, Exemption()));

    [Fact]
    public void Exemption_is_put_into_a_YAML_list_between_brackets() => Assert.Equal(
        $"exemptions: [{{ {Item} }}, {{ name: new, assignment: baseline, scope: {Subscription}, category: Mitigated, expiresOn: 2027-03-31, owner: platform, ticket: OPS-7 }} ]\n",
        Edited("a.yaml", $"exemptions: [{{ {Item} }} ]\n", Exemption()));

    [Fact]
    public void Line_ends_of_a_YAML_file_stay_as_they_are()
    {
        var text = $"exemptions:\r\n- {{ {Item} }}\r\n";

        Assert.Equal(text + Added.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("\r\n  ", "\r\n", StringComparison.Ordinal)[2..], Edited("a.yaml", text, Exemption()));
    }

    [Fact]
    public void Exemption_is_put_at_the_end_of_a_JSON_list()
    {
        const string text = """
            {
              "exemptions": [
                { "name": "old", "control": "NS-1", "scope": "/subscriptions/00000000-0000-0000-0000-000000000001", "category": "Waiver", "expiresOn": "2027-01-31", "owner": "o", "ticket": "[t]" }
              ]
            }
            """;
        const string expected = """
            {
              "exemptions": [
                { "name": "old", "control": "NS-1", "scope": "/subscriptions/00000000-0000-0000-0000-000000000001", "category": "Waiver", "expiresOn": "2027-01-31", "owner": "o", "ticket": "[t]" },
                {
                  "name": "new",
                  "assignment": "baseline",
                  "scope": "/subscriptions/00000000-0000-0000-0000-000000000001",
                  "category": "Mitigated",
                  "expiresOn": "2027-03-31",
                  "owner": "platform",
                  "ticket": "OPS-7"
                }
              ]
            }
            """;

        Assert.Equal(expected, Edited("a.json", text, Exemption()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"exemptions\": [ ] }")]
    [InlineData("{ \"exemptions\": [{ \"name\": \"old\", \"control\": \"NS-1\", \"scope\": \"/subscriptions/00000000-0000-0000-0000-000000000001\", \"category\": \"Waiver\", \"expiresOn\": \"2027-01-31\", \"owner\": \"o\", \"ticket\": \"t\" }] }")]
    public void Exemption_is_put_into_a_JSON_list_on_one_line(string text) => Assert.Equal("new", Read("a.json", Edited("a.json", text, Exemption()))[^1].Name);

    [Fact]
    public void Row_has_the_columns_of_the_file()
    {
        const string text = "ticket,name,scopes,assignment,control,category,expiresOn,owner\r\nt,old,/subscriptions/00000000-0000-0000-0000-000000000001,,NS-1,Waiver,2027-01-31,o\r\n";

        Assert.Equal(text + $"OPS-7,new,{Subscription},baseline,,Mitigated,2027-03-31,platform\r\n", Edited("a.csv", text, Exemption()));
    }

    [Fact]
    public void Row_for_a_file_without_the_column_changes_nothing()
    {
        var edit = ExemptionEdit.Add(new SourceText("a.csv", "name,control,scope,category,expiresOn,owner,ticket\n"), Exemption());

        Assert.Null(edit.Value);
        Assert.Equal("PLB2240", Assert.Single(edit.Diagnostics).Code);
    }

    [Theory]
    [InlineData("a.yaml", "exemptions:\n  - name: broken\n")]
    [InlineData("a.yaml", "other: []\n")]
    [InlineData("a.json", "{ \"exemptions\": {} }")]
    [InlineData("a.json", "{")]
    public void File_that_cannot_be_read_is_not_changed(string file, string text) => Assert.Null(ExemptionEdit.Add(new SourceText(file, text), Exemption()).Value);

    [Theory]
    [InlineData("a.yaml")]
    [InlineData("a.json")]
    [InlineData("a.csv")]
    public void Whatever_is_written_is_read_again(string file) =>
        Gen.Select(Gen.String[Gen.Char[" aZ09:#-'\"\\,;&[]{}\n\t\u00e9\u2028"], 1, 12].Where(text => text.Trim().Length > 0), Gen.Int[0, 40_000], Gen.Bool).Sample((text, minutes, two) =>
        {
            var exemption = Exemption() with
            {
                Owner = text,
                Description = "x" + text,
                ExpiresOn = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes),
                Scopes = two ? [Subscription, Subscription + "/resourceGroups/a"] : [Subscription],
            };

            var once = Edited(file, "", exemption);
            var twice = Edited(file, once, exemption with { Name = "second" });

            var read = Read(file, twice);
            Assert.Equal(once, twice?[..(file == "a.json" ? 0 : once?.Length ?? 0)] is { Length: > 0 } head ? head : once);
            Assert.Equal([("new", text, "x" + text, exemption.ExpiresOn, exemption.Scopes.Length), ("second", text, "x" + text, exemption.ExpiresOn, exemption.Scopes.Length)], read.Select(one => (one.Name, one.Owner, one.Description ?? "", one.ExpiresOn, one.Scopes.Length)));
        }, iter: 300);

    private static ExemptionDeclaration Exemption()
    {
        var here = new SourceLocation("here");
        return new("new", new ExemptionTarget(ExemptionTargetKind.Assignment, "baseline", here), [Subscription], "Mitigated", new DateTimeOffset(2027, 3, 31, 23, 59, 59, TimeSpan.Zero), "platform", "OPS-7", here);
    }

    private static string? Edited(string file, string? text, ExemptionDeclaration exemption)
    {
        var edit = ExemptionEdit.Add(new SourceText(file, text ?? ""), exemption);
        Assert.Empty(edit.Diagnostics);
        return edit.Value?.Text;
    }

    private static ImmutableArray<ExemptionDeclaration> Read(string file, string? text)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var read = Reader.Read(new SourceText(file, text ?? ""), problems);
        Assert.Empty(problems);
        return read;
    }
}
