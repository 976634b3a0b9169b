using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Output;

/// <summary>Compares generated files with the committed ones.</summary>
public static class Drift
{
    /// <summary>Every file that is missing, differs, or should not be there, in ordinal order of the paths.</summary>
    /// <param name="generated">What the catalog generates now.</param>
    /// <param name="committed">All files in the folders of generated files; <see cref="SourceText.File"/> as in <paramref name="generated"/>.</param>
    public static ImmutableArray<DriftedFile> Find(OutputTree generated, ImmutableArray<SourceText> committed)
    {
        var present = committed.ToDictionary(source => source.File, source => source.Text, StringComparer.Ordinal);
        var expected = generated.Files.Select(file => Compare(file.Key, file.Value, present.GetValueOrDefault(file.Key))).OfType<DriftedFile>();
        var extra = committed.Where(source => !generated.Files.ContainsKey(source.File)).Select(Extra);
        return [.. expected.Concat(extra).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static DriftedFile? Compare(string path, string generated, string? committed)
    {
        if (committed is null) return new DriftedFile(path, DriftKind.Missing, "", DiagnosticCatalog.GeneratedFileMissing(new SourceLocation(path)));
        if (string.Equals(committed, generated, StringComparison.Ordinal)) return null;

        var difference = LineDifference.Between(committed, generated);
        var at = new SourceLocation(path, new TextSpan(difference.FirstLine, 1));
        return new DriftedFile(path, DriftKind.Different, difference.Text, DiagnosticCatalog.GeneratedFileDiffers(at));
    }

    private static DriftedFile Extra(SourceText source) =>
        new(source.File, DriftKind.Extra, "", DiagnosticCatalog.GeneratedFileExtra(new SourceLocation(source.File)));
}
