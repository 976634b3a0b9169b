using CsCheck;
using Plumbline.Emulator.Identity.Access;

namespace Plumbline.EmulatorTests.Identity;

public sealed class ActionPatternTests
{
    private static readonly Gen<string> Text = Gen.Char['a', 'c'].Array[0, 6].Select(characters => new string(characters));

    [Theory]
    [InlineData("*", "Microsoft.App/containerApps/write", true)]
    [InlineData("*/read", "Microsoft.App/containerApps/read", true)]
    [InlineData("*/read", "Microsoft.App/containerApps/write", false)]
    [InlineData("*/read", "read", false)]
    [InlineData("Microsoft.Authorization/*/Write", "microsoft.authorization/policyAssignments/write", true)]
    [InlineData("Microsoft.Authorization/*/Write", "Microsoft.Authorization/write", false)]
    [InlineData("Microsoft.Authorization/policyassignments/*", "Microsoft.Authorization/policyAssignments/exempt/action", true)]
    [InlineData("Microsoft.Authorization/policyassignments/*", "Microsoft.Authorization/policyAssignmentsX/read", false)]
    [InlineData("Microsoft.App/containerApps/read", "Microsoft.App/containerApps/reader", false)]
    [InlineData("", "Microsoft.App/containerApps/read", false)]
    [InlineData("a*b*a", "aba", true)]
    [InlineData("a*a", "a", false)]
    public void Pattern_covers_what_it_says(string pattern, string action, bool expected) => Assert.Equal(expected, new ActionPattern(pattern).Matches(action));

    [Fact]
    public void Pattern_without_stars_matches_itself_alone() => Gen.Select(Text, Text).Sample((pattern, action) =>
        Assert.Equal(pattern == action, new ActionPattern(pattern).Matches(action)));

    [Fact]
    public void Star_stands_for_any_text() => Gen.Select(Text, Text, Text).Sample((before, middle, after) =>
        Assert.True(new ActionPattern($"{before}*{after}").Matches(before + middle + after)));

    [Fact]
    public void Pattern_agrees_with_a_regular_expression() => Gen.Select(Gen.Char["ab*"].Array[0, 6], Gen.Char["ab"].Array[0, 8]).Sample((pattern, action) =>
    {
        var text = new string(pattern);
        var expression = "^" + System.Text.RegularExpressions.Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        Assert.Equal(System.Text.RegularExpressions.Regex.IsMatch(new string(action), expression), new ActionPattern(text).Matches(new string(action)));
    });
}
