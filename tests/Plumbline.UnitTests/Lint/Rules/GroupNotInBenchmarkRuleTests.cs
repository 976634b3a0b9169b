namespace Plumbline.UnitTests.Lint.Rules;

public sealed class GroupNotInBenchmarkRuleTests
{
    private const string Rule = "group-not-in-benchmark";

    [Theory]
    [InlineData("""{ "policyDefinitions": [], "policyDefinitionGroups": [ { "name": "Azure_Security_Benchmark_v3.0_XX-1" }, { "name": "Azure_Security_Benchmark_v3.0_IM-0" }, { "name": "Azure_Security_Benchmark_v3.0_GS-11" }, { "name": "NS-99" } ] }""", "policyDefinitionGroups[0] policyDefinitionGroups[1]")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}
