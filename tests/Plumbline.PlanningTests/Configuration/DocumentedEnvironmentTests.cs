using System.Text.RegularExpressions;
using Plumbline.Cli.Configuration;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Configuration;

/// <summary>What the documentation shows can be read, and planned with the documents of this checkout.</summary>
public sealed partial class DocumentedEnvironmentTests
{
    [Theory]
    [InlineData("generator/docs/environments.md")]
    [InlineData("README.md")]
    public void Environment_of_the_documentation_is_read_without_a_remark(string page)
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, page)).ReplaceLineEndings("\n");
        var example = Yaml().Matches(text).Select(match => match.Groups["text"].Value).First(yaml => yaml.Contains("environments:", StringComparison.Ordinal));

        var read = ConfigurationReader.Read(new SourceText(page, example));

        Assert.Equal([], read.Diagnostics.Select(diagnostic => diagnostic.Message));
        var environment = Assert.IsType<PlumblineConfiguration>(read.Value).Environments.Single().Deployment;
        Assert.Equal([], Operations.Estate.Plan(environment, Checkout.Documents).Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Message));
    }

    [GeneratedRegex("^```yaml\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
