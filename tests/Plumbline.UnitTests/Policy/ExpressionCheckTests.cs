using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

public sealed class ExpressionCheckTests
{
    [Fact]
    public void Call_with_more_arguments_than_allowed_is_reported()
    {
        var many = string.Join(", ", Enumerable.Repeat("'a'", 129));
        var text = Rule($"[concat({many})]", "a");

        var result = PolicyParser.ParseDefinition(new SourceText("policy.json", text));

        Assert.Equal("PLB2060", Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void Names_of_any_length_give_messages_of_one_short_line()
    {
        var name = "list" + new string('x', 70_000);
        var text = Rule($"[{name}('a')]", $"[{name[4..]}()]");

        var result = PolicyParser.ParseDefinition(new SourceText("policy.json", text));

        Assert.Equal(["PLB2023", "PLB2022"], result.Diagnostics.Select(item => item.Code));
        Assert.All(result.Diagnostics, item => Assert.InRange(item.Message.Length, 1, 300));
    }

    [Fact]
    public void Expression_longer_than_allowed_is_refused()
    {
        var longest = $"['{new string('a', 81_920 - 4)}']";

        Assert.NotNull(ExpressionParser.Parse(longest).Value);
        Assert.Null(ExpressionParser.Parse(longest.Replace("['", "['a", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void Expression_of_quotes_only_is_read_in_one_pass()
    {
        var parsed = ExpressionParser.Parse($"['{new string('\'', 81_920 - 4)}']");

        var literal = Assert.IsType<LiteralExpression>(parsed.Value);
        Assert.Equal(new TextValue(new string('\'', (81_920 - 4) / 2)), literal.Value);
    }

    [Fact]
    public void Calls_and_properties_as_deep_as_allowed_are_evaluated()
    {
        var text = "parameters('p')" + string.Concat(Enumerable.Repeat(".a", 64));
        for (var level = 1; level < 64; level++) text = $"coalesce({text})" + (level % 2 == 0 ? "" : string.Concat(Enumerable.Repeat(".a", 64)));

        var result = TemplateExpression.Evaluate($"[{text}]", new ExpressionCaseContext([], [], [])).Value;

        Assert.Equal(new FailedValue("parameter 'p' has no value"), result);
    }

    private static string Rule(string value, string equals) =>
        new JObject(new JProperty("policyRule", new JObject(
            new JProperty("if", new JObject(new JProperty("value", value), new JProperty("equals", equals))),
            new JProperty("then", new JObject(new JProperty("effect", "audit")))))).ToString();
}
