using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Model;

/// <summary>What an export gives.</summary>
/// <param name="Files">In ordinal order of their paths; none when a diagnostic is an error.</param>
/// <param name="Diagnostics">What the other tool cannot express.</param>
public sealed record ExportResult(ImmutableArray<ExchangeFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The files in order, or none after an error.</summary>
    internal static ExportResult Of(IEnumerable<ExchangeFile> files, ImmutableArray<Diagnostic> diagnostics) =>
        new(diagnostics.Any(diagnostic => diagnostic.IsError) ? [] : [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], diagnostics);
}
