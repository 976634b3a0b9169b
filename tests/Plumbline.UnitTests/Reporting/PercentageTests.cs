using Plumbline.Reporting;

namespace Plumbline.UnitTests.Reporting;

public sealed class PercentageTests
{
    [Theory]
    [InlineData(85, 100, "85.0 % (85/100)")]
    [InlineData(70, 85, "82.4 % (70/85)")]
    [InlineData(1, 8, "12.5 % (1/8)")]
    [InlineData(1, 16, "6.3 % (1/16)")]
    [InlineData(0, 3, "0.0 % (0/3)")]
    [InlineData(3, 3, "100.0 % (3/3)")]
    public void Percentage_is_rounded_half_away_from_zero_and_shows_its_counts(int part, int whole, string text) =>
        Assert.Equal(text, new Percentage(part, whole).ToString());

    [Theory]
    [InlineData(9996, 10_000, "99.9 %")]
    [InlineData(2_147_483_646, 2_147_483_647, "99.9 %")]
    public void Percentage_of_almost_all_is_not_rounded_up_to_all(int part, int whole, string text) =>
        Assert.Equal(text, new Percentage(part, whole).Text);

    [Fact]
    public void Percentage_of_almost_none_is_not_rounded_down_to_none() => Assert.Equal("0.1 %", new Percentage(1, 10_000).Text);

    [Fact]
    public void Percentage_of_nothing_is_not_applicable()
    {
        Assert.Null(new Percentage(0, 0).Value);
        Assert.Equal("n/a", new Percentage(0, 0).ToString());
    }
}
