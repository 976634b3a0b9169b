using System.Text.RegularExpressions;
using CsCheck;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;

namespace Plumbline.PlanningTests.Rendering;

/// <summary>The comment of a pull request: it fits, and nothing in it is markup that a document brought.</summary>
public sealed partial class PlanMarkdownTests
{
    private static readonly string[] Hostile =
    [
        "</summary></details><img src=x onerror=alert(1)>", "a | b | c", "`code` ``` fence", "@octocat and #12", "[link](https://evil.example)", "![picture](https://evil.example/x.png)",
        "https://evil.example", "www.evil.example", "line\nbreak\r\n# heading", "<!-- comment -->", "**bold** ~~struck~~ $x$", "\u202Ereversed", ":rocket:", "&lt;b&gt;",
    ];

    [Fact]
    public void Thousands_of_changes_stay_within_the_limit_and_the_rest_is_told()
    {
        var plan = RenderedPlans.Of([.. Enumerable.Range(0, 3_000).Select(index => RenderedPlans.Put($"definition-{index}", PlanAction.Create)), RenderedPlans.Delete("last")]);

        var text = PlanMarkdown.Write(plan, "plan.json");

        Assert.InRange(text.Length, PlanMarkdown.MaximumLength - 5_000, PlanMarkdown.MaximumLength);
        var shown = Shown().Count(text);
        Assert.Contains($"**{3_001 - shown} of 3001 changes are not shown here", text, StringComparison.Ordinal);
        Assert.EndsWith("made by plumbline/1.0.0.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deletes_are_shown_even_when_not_everything_fits()
    {
        var plan = RenderedPlans.Of([.. Enumerable.Range(0, 3_000).Select(index => RenderedPlans.Put($"definition-{index}", PlanAction.Create)), RenderedPlans.Delete("last")]);

        var text = PlanMarkdown.Write(plan, "plan.json");

        Assert.Contains("- :red_circle: **Deletes** definition last at subscription", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("delete definition last", StringComparison.Ordinal) < text.IndexOf("create definition definition-0", StringComparison.Ordinal));
    }

    [Fact]
    public void Longest_texts_of_every_part_stay_within_the_limit()
    {
        var lots = string.Concat(Enumerable.Repeat("<@#|`", 2_000));
        var plan = RenderedPlans.Of([.. Enumerable.Range(0, 200).Select(index => RenderedPlans.Delete($"d{index}") with { Title = lots })]) with
        {
            Warnings = [.. Enumerable.Range(0, 500).Select(_ => new PlanWarning("PLB4040", lots))],
            Impact = new PlanImpact([lots], 1, [.. Enumerable.Range(0, 900).Select(index => new ControlImpact($"C-{index}{lots}", 0, 1, 0, 0, 0, 0))], [.. Enumerable.Range(0, 900).Select(_ => new ResourceImpact(lots, lots, "denied", lots))]),
        };

        var text = PlanMarkdown.Write(plan, "plan.json");

        Assert.InRange(text.Length, 1, PlanMarkdown.MaximumLength);
        Assert.EndsWith("made by plumbline/1.0.0.\n", text, StringComparison.Ordinal);
        Assert.Equal(Opened().Count(text), Closed().Count(text));
    }

    [Fact]
    public void Hostile_texts_bring_no_markup() => Assert.All(Hostile, AssertIsHarmless);

    [Fact]
    public void Any_text_brings_no_markup() => Gen.OneOf(Gen.String, Gen.Int[0, Hostile.Length - 1].Select(index => Hostile[index])).Array[1, 4].Select(parts => string.Concat(parts)).Sample(AssertIsHarmless, iter: 300);

    [Fact]
    public void Fence_is_longer_than_any_in_a_value()
    {
        var plan = RenderedPlans.Of(RenderedPlans.Put("a", PlanAction.Update) with { Diff = [RenderedPlans.Difference("/properties/description", "\"`````\\n# no heading\"", "\"x\"")] });

        var text = PlanMarkdown.Write(plan, "plan.json");

        Assert.Contains("``````diff\n- /properties/description: \"`````\\n# no heading\"\n+ /properties/description: \"x\"\n", text, StringComparison.Ordinal);
    }

    // The title of an object stands in a sentence, in a summary and nowhere else: what the rendering adds is the same for every title.
    private static void AssertIsHarmless(string text)
    {
        var encoded = MarkdownText.Encode(text);

        Assert.DoesNotMatch(Markup(), Reference().Replace(encoded, string.Empty));
        Assert.DoesNotMatch(Mention(), encoded);
    }

    [GeneratedRegex(@"[<>|`*_\[\]~@#$&\\\p{Cc}\u2028\u2029\u202E]|https?:|:\w|(?i:www\.)")]
    private static partial Regex Markup();

    [GeneratedRegex("&#(?:64|35);(?!&#8203;)")]
    private static partial Regex Mention();

    [GeneratedRegex("&#[0-9]+;")]
    private static partial Regex Reference();

    [GeneratedRegex("create definition|delete definition")]
    private static partial Regex Shown();

    [GeneratedRegex("<details>")]
    private static partial Regex Opened();

    [GeneratedRegex("</details>")]
    private static partial Regex Closed();
}
