using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Insights;

public sealed class PolicyMetadataTests
{
    private const string Path = "/providers/Microsoft.PolicyInsights/policyMetadata";

    [Fact]
    public async Task List_is_slim_and_paged()
    {
        await using var session = await StartAsync();

        var all = await session.GetAsync(Path, InsightsVersion);
        var first = await session.GetAsync(Path + "?$top=2", "2019-10-01");
        var second = await session.SendAsync(HttpMethod.Get, first.At("nextLink") ?? "", null);

        Assert.Equal(86, all.Names.Length);
        Assert.Equal(["Azure_Security_Benchmark_v3.0_AM-1", "Azure_Security_Benchmark_v3.0_AM-2"], first.Names);
        Assert.Equal(["Azure_Security_Benchmark_v3.0_AM-3", "Azure_Security_Benchmark_v3.0_AM-4"], second.Names);
        Assert.Equal(("Asset Management", null), (first.At("value/0/properties/category"), first.At("value/0/properties/requirements")));
    }

    [Fact]
    public async Task One_is_told_in_full()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync(Path + "/azure_security_benchmark_v3.0_NS-1", InsightsVersion);

        Assert.Equal((200, Path + "/Azure_Security_Benchmark_v3.0_NS-1", "Microsoft cloud security benchmark NS-1"), (answer.Status, answer.At("id"), answer.At("properties/metadataId")));
        Assert.Equal(("Network Security", "Establish network segmentation boundaries", "Shared"), (answer.At("properties/category"), answer.At("properties/title"), answer.At("properties/owner")));
        Assert.StartsWith("Ensure that your virtual network deployment", answer.At("properties/description"), StringComparison.Ordinal);
        Assert.StartsWith("Create a virtual network (VNet)", answer.At("properties/requirements"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync(Path + "/none", InsightsVersion);

        Assert.Equal((404, "PolicyMetadataNotFound"), (answer.Status, answer.Code));
    }
}
