using System.Collections.Immutable;
using Plumbline.Exchange.Documents;
using Plumbline.Exchange.Epac;
using Plumbline.Exchange.Model;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Exchange;

/// <summary>Definitions folders of Enterprise Policy as Code, written for these tests in the forms that its documentation shows.</summary>
internal static class EpacSamples
{
    public static readonly ImportDefaults NoDefaults = new(null, null, null);

    public static readonly ImportDefaults Defaults = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), "platform", "OPS-1");

    public static ImmutableArray<SourceText> Files(string name)
    {
        var root = Path.Combine(Checkout.Root, "tests", "cases", "exchange", "epac", name);
        return
        [
            .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(root, file).Replace('\\', '/'), File: file))
                .OrderBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => new SourceText($"{name}/{one.Name}", File.ReadAllText(one.File))),
        ];
    }

    public static EpacImport Import(string name, ImportDefaults? defaults = null) => EpacImporter.Import(Files(name), name, defaults ?? NoDefaults);

    /// <summary>Imports texts, by their paths.</summary>
    public static EpacImport Import(params (string Path, string Text)[] files) =>
        EpacImporter.Import([.. files.Select(file => new SourceText(file.Path, file.Text))], "", NoDefaults);

    public static ExchangeModel Model(EpacImport import)
    {
        Assert.Equal([], import.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Message));
        return Assert.IsType<ExchangeModel>(import.Model);
    }

    /// <summary>What was imported, as text.</summary>
    public static ImmutableArray<ExchangeFile> Written(EpacImport import) => CheckoutWriter.Write(import.OwnerId, Model(import));

    public static string Text(ImmutableArray<ExchangeFile> files, string path) => Assert.Single(files, file => file.Path == path).Text;

    /// <summary>Code and place of each diagnostic.</summary>
    public static string[] Places(ImmutableArray<Diagnostic> diagnostics) => [.. diagnostics.Select(one => $"{one.Code} {one.Location.File}:{one.Location.Span?.Line}: {one.Message}")];
}
