using Plumbline.Reporting;

namespace Plumbline.UnitTests.Reporting;

public sealed class StateCountsTests
{
    private static readonly StateCounts Documented = new(
        NonCompliant: 10, Compliant: 70, Error: 3, Conflict: 2, Protected: 0, Exempt: 10, Unknown: 5, NotStarted: 0, Other: 0);

    [Fact]
    public void Azure_percentage_counts_exempt_and_unknown_as_good() => Assert.Equal("85.0 % (85/100)", Documented.Azure.ToString());

    [Fact]
    public void Strict_percentage_counts_only_what_was_evaluated() => Assert.Equal("82.4 % (70/85)", Documented.Strict.ToString());

    [Fact]
    public void Percentages_leave_out_protected_not_started_and_unknown_words()
    {
        var counts = Documented with { Protected = 7, NotStarted = 8, Other = 9 };
        Assert.Equal(Documented.Azure, counts.Azure);
        Assert.Equal(Documented.Strict, counts.Strict);
        Assert.Equal(124, counts.Total);
    }

    [Theory]
    [InlineData("conflict", ComplianceState.Conflict)]
    [InlineData("Conflict", ComplianceState.Conflict)]
    [InlineData("Conflicting", ComplianceState.Conflict)]
    [InlineData("noncompliant", ComplianceState.NonCompliant)]
    [InlineData("NonCompliant", ComplianceState.NonCompliant)]
    [InlineData("NotRegistered", ComplianceState.NotStarted)]
    [InlineData("Deferred", ComplianceState.Other)]
    public void State_is_read_in_every_spelling(string text, ComplianceState state) => Assert.Equal(state, ComplianceStates.Parse(text));

    [Fact]
    public void Every_state_has_a_place_in_the_order_of_attention() =>
        Assert.Equal(Enum.GetValues<ComplianceState>().Order(), ComplianceStates.WorstFirst.Order());
}
