using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Configuration;

public sealed class EnvironmentsPageTests
{
    [Fact]
    public void Examples_of_the_page_are_read_without_a_problem()
    {
        var page = File.ReadAllText(Path.Combine(SourceFolder(), "..", "..", "..", "generator", "docs", "environments.md"));
        var examples = Regex.Matches(page, "```yaml\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToArray();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();

        Assert.Equal(2, examples.Length);
        Assert.Empty(ConfigurationText.Read(examples[0]).Diagnostics);
        Assert.Equal(["old-shop"], Plumbline.Cli.Environments.ExemptionFiles.Read(new SourceText("a.yaml", examples[1]), problems).Select(exemption => exemption.Name));
        Assert.Empty(problems);
    }

    private static string SourceFolder([CallerFilePath] string sourceFile = "") => Path.GetDirectoryName(sourceFile) ?? ".";
}
