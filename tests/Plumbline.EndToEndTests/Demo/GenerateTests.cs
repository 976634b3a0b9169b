namespace Plumbline.EndToEndTests.Demo;

public sealed class GenerateTests : IDisposable
{
    private readonly CheckoutCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public async Task Generate_restores_deleted_files_byte_for_byte()
    {
        var before = Files();
        Directory.Delete(copy.PathOf("definitions"), recursive: true);
        Directory.Delete(copy.PathOf("initiative"), recursive: true);

        var (code, _, error) = await copy.RunAsync("generate");

        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Check_of_an_edited_byte_exits_with_5_and_prints_a_diff()
    {
        var path = copy.PathOf("initiative/azure-container-apps.json");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"", StringComparison.Ordinal));

        var (code, output, error) = await copy.RunAsync("generate", "--check");

        Assert.Equal(5, code);
        Assert.Contains("-      \"version\": \"1.0.1\"", output, StringComparison.Ordinal);
        Assert.Contains("+      \"version\": \"1.0.0\"", output, StringComparison.Ordinal);
        Assert.Contains("initiative/azure-container-apps.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_of_committed_files_succeeds_and_writes_nothing()
    {
        var before = Files();

        var (code, _, error) = await copy.RunAsync("generate", "--check");

        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Check_finds_files_that_are_missing_or_should_not_be_there()
    {
        var first = Directory.EnumerateFiles(copy.PathOf("definitions"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.Move(first, first + ".old");

        var (code, _, error) = await copy.RunAsync("generate", "--check");

        Assert.Equal(5, code);
        Assert.Equal(2, error.Split('\n').Count(line => line.Contains("error PLB3", StringComparison.Ordinal)));
    }

    private SortedDictionary<string, string> Files() => new(
        new[] { "definitions", "initiative" }
            .SelectMany(folder => Directory.EnumerateFiles(copy.PathOf(folder), "*", SearchOption.AllDirectories))
            .ToDictionary(file => Path.GetRelativePath(copy.Root, file), file => Convert.ToHexString(File.ReadAllBytes(file))),
        StringComparer.Ordinal);
}
