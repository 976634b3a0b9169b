using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Scan;

/// <summary>A scan of the sample estate finds what is expected of it.</summary>
public sealed class EstateScanTests
{
    // Between the expiry dates of the estate's certificates.
    [Theory]
    [InlineData("tests/resources/estate")]
    public async Task Scan_of_the_estate_finds_what_is_expected(string folder)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] arguments = ["scan", folder, "--parameters", $"{folder}/assignment-parameters.json", "--format", "json"];

        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 300), new CliWorld(new FixedTime(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), IsInteractive: false, () => null), RepositoryFiles.Folder, CancellationToken.None);

        Assert.Equal((1, ""), (code, error.ToString()));
        using var json = JsonDocument.Parse(output.ToString());
        var found = json.RootElement.GetProperty("findings").EnumerateArray().ToLookup(
            finding => Path.GetFileName(finding.GetProperty("file").GetString()), finding => $"{finding.GetProperty("state").GetString()} {finding.GetProperty("rule").GetString()}");
        foreach (var expected in Estate.ReadExpected().Select(line => line.Split(": ")))
            Assert.Equal(expected[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(rule => $"NonCompliant {rule}"), found[expected[0]].Order(StringComparer.Ordinal));
    }
}
