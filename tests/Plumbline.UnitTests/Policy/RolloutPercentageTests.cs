using System.Globalization;
using CsCheck;
using Plumbline.Policy.Assignments;

namespace Plumbline.UnitTests.Policy;

public sealed class RolloutPercentageTests
{
    [Fact]
    public void Higher_percentage_keeps_what_a_lower_one_chose() => Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.String[Gen.Char.AlphaNumeric, 1, 20]).Sample((one, other, name) =>
    {
        var id = "/subscriptions/s/resourceGroups/one/providers/a/b/" + name;
        Assert.True(!Includes(Math.Min(one, other), id) || Includes(Math.Max(one, other), id));
        Assert.Equal((false, true), (Includes(0, id), Includes(100, id)));
        Assert.Equal(Includes(one, id), Includes(one, id.ToUpperInvariant() + "/"));
    });

    [Fact]
    public void Percentage_chooses_about_its_share()
    {
        var chosen = Enumerable.Range(0, 2000).Count(index => Includes(30, $"/subscriptions/s/resourceGroups/rg/providers/a/b/{index}"));

        Assert.InRange(chosen, 540, 660);
    }

    [Fact]
    public void What_is_no_percentage_chooses_nothing()
    {
        Assert.False(RolloutPercentage.Includes(["all"], "/x"));
        Assert.False(RolloutPercentage.Includes([], "/x"));
        Assert.False(RolloutPercentage.Includes(["100", "100"], "/x"));
    }

    private static bool Includes(int percentage, string id) => RolloutPercentage.Includes([percentage.ToString(CultureInfo.InvariantCulture)], id);
}
