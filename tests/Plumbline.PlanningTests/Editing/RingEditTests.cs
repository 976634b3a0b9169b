using Plumbline.Cli.Editing;
using Plumbline.PlanningTests.Configuration;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Editing;

public sealed class RingEditTests
{
    private const string Rings = ConfigurationText.Small + """

            # What comes first.
            rings: # three of them
              - name: canary
              - name: early birds
              - name: "yes"
          other:
            ownerId: 2f6f1d0a-93b4-4e53-8f3e-5a0c6d1b7e42
            definitionScope: /subscriptions/00000000-0000-0000-0000-000000000001
            assignments: []
            ring: canary
            rings: [{ name: canary }]
        """;

    [Theory]
    [InlineData("canary", "canary")]
    [InlineData("early birds", "early birds")]
    [InlineData("yes", "\"yes\"")]
    public void Ring_that_is_not_written_is_put_before_the_rings(string ring, string written) =>
        Assert.Equal(Rings.Replace("    rings: # three", $"    ring: {written}\n    rings: # three", StringComparison.Ordinal), Edited(Rings, "production", ring));

    [Theory]
    [InlineData("canary # the first")]
    [InlineData("'canary'   # the first")]
    [InlineData("\"canary\"")]
    public void Ring_that_is_written_is_replaced_and_everything_else_stays(string old)
    {
        var text = Rings.Replace("    rings: # three", $"    ring: {old}\n    rings: # three", StringComparison.Ordinal);
        var comment = old.Contains('#', StringComparison.Ordinal) ? old[(old.LastIndexOf('\'') < 0 ? "canary".Length : "'canary'".Length)..] : "";

        Assert.Equal(Rings.Replace("    rings: # three", $"    ring: early birds{comment}\n    rings: # three", StringComparison.Ordinal), Edited(text, "production", "early birds"));
    }

    [Fact]
    public void Line_ends_stay_as_they_are()
    {
        var text = Rings.Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal(text.Replace("    rings: # three", "    ring: canary\r\n    rings: # three", StringComparison.Ordinal), Edited(text, "production", "canary"));
    }

    [Fact]
    public void Environment_between_braces_is_changed_too()
    {
        const string text = "ownerId: 2f6f1d0a-93b4-4e53-8f3e-5a0c6d1b7e42\nenvironments: { p: { definitionScope: /subscriptions/00000000-0000-0000-0000-000000000001, assignments: [], rings: [{ name: a }, { name: b }] } }\n";

        Assert.Equal(text.Replace("rings:", "ring: b, rings:", StringComparison.Ordinal), Edited(text, "p", "b"));
    }

    [Theory]
    [InlineData("production", "nowhere")]
    [InlineData("absent", "canary")]
    public void Ring_or_environment_that_does_not_exist_changes_nothing(string environment, string ring)
    {
        var edit = RingEdit.Set(new SourceText("plumbline.yaml", Rings), environment, ring);

        Assert.Null(edit.Value);
        Assert.Equal("PLB2240", Assert.Single(edit.Diagnostics).Code);
    }

    private static string? Edited(string text, string environment, string ring)
    {
        var edit = RingEdit.Set(new SourceText("plumbline.yaml", text), environment, ring);
        Assert.Empty(edit.Diagnostics);
        return edit.Value?.Text;
    }
}
