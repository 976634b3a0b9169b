using Plumbline.Exchange.Epac;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Exchange;

public sealed class EpacRoundTripTests
{
    [Theory]
    [InlineData("tree")]
    [InlineData("list")]
    [InlineData("flat")]
    public void Import_of_an_export_of_an_import_is_equal(string sample)
    {
        var first = EpacSamples.Import(sample, EpacSamples.Defaults);
        var export = EpacExporter.Export(EpacSamples.Model(first));
        Assert.Equal([], export.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Message));

        var second = EpacImporter.Import([.. export.Files.Select(file => new SourceText(file.Path, file.Text))], "", EpacSamples.Defaults);

        var (before, after) = (EpacSamples.Written(first), EpacSamples.Written(second));
        Assert.Equal(before.Select(file => file.Path), after.Select(file => file.Path));
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First.Text, pair.Second.Text));
    }

    [Theory]
    [InlineData("tree")]
    [InlineData("list")]
    [InlineData("flat")]
    public void Import_of_an_export_ignores_nothing(string sample)
    {
        var export = EpacExporter.Export(EpacSamples.Model(EpacSamples.Import(sample, EpacSamples.Defaults)));

        var second = EpacImporter.Import([.. export.Files.Select(file => new SourceText(file.Path, file.Text))], "", EpacSamples.Defaults);

        Assert.Equal([], EpacSamples.Places(second.Diagnostics));
    }
}
