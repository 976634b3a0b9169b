using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Documents;

namespace Plumbline.UnitTests.Testing;

public sealed class ReasonUpdateTests
{
    private const string Head = """
        policy: a.json # the policy
        resource: { type: A.B/c }
        tests:

        """;

    [Theory]
    [InlineData("  - expect: { reason: old, effect: Deny } # kept\n", "  - expect: { reason: 'new', effect: Deny } # kept\n")]
    [InlineData("  - expect:\n      reason: old text   # kept\n      effect: Deny\n", "  - expect:\n      reason: 'new'   # kept\n      effect: Deny\n")]
    [InlineData("  - expect:\n      reason: 'it''s old'\n", "  - expect:\n      reason: 'new'\n")]
    [InlineData("  - expect:\n      reason: \"an \\\" old\n        one\"\n      effect: Deny\n", "  - expect:\n      reason: 'new'\n      effect: Deny\n")]
    [InlineData("  - expect:\n      reason: >-\n        an old\n\n        one\n      effect: Deny\n", "  - expect:\n      reason: 'new'\n      effect: Deny\n")]
    [InlineData("  - expect:\n      reason: [old, 'older', \"oldest\"]\n", "  - expect:\n      reason: 'new'\n")]
    [InlineData("  - expect:\n      reason:\n        - old\n        - older # gone\n      effect: Deny\n", "  - expect:\n      reason:\n        'new' # gone\n      effect: Deny\n")]
    [InlineData("  - expect:\r\n      reason: old\r\n      effect: Deny\r\n", "  - expect:\r\n      reason: 'new'\r\n      effect: Deny\r\n")]
    public void Reason_is_replaced_and_the_rest_kept(string before, string after) => Assert.Equal(Head + after, Update(Head + before, "new"));

    [Fact]
    public void Several_reasons_become_a_list_that_reads_back()
    {
        var updated = Update(Head + "  - expect: { reason: old }\n  - expect: { reason: old }\n", "a 'quoted' \"one\"", "[x]: y # z");

        Assert.All(TestBench.Read(updated).Value?.Tests ?? [], test => Assert.Equal("a 'quoted' \"one\"|[x]: y # z", string.Join('|', test.Expect.Reasons)));
        Assert.Equal(2, TestBench.Read(updated).Value?.Tests.Length);
    }

    [Fact]
    public void Nothing_to_say_changes_nothing() => Assert.Equal(Head + "  - expect: { reason: old }\n", Update(Head + "  - expect: { reason: old }\n"));

    private static string Update(string yaml, params string[] reasons)
    {
        var file = TestBench.Read(yaml).Value ?? throw new InvalidOperationException(yaml);
        return ReasonUpdate.Apply(new SourceText(TestBench.File, yaml), file.Tests.Select(test => (test.Expect, (System.Collections.Immutable.ImmutableArray<string>)[.. reasons])));
    }
}
