using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Output;

/// <summary>A file that is not as the catalog generates it.</summary>
/// <param name="Path">Its path, as in the <see cref="OutputTree"/>.</param>
/// <param name="Difference">For a differing file, the changed lines with three lines around them; else empty.</param>
/// <param name="Finding">The same as a diagnostic.</param>
public sealed record DriftedFile(string Path, DriftKind Kind, string Difference, Diagnostic Finding);

/// <summary>How a file drifted.</summary>
public enum DriftKind
{
    /// <summary>It is generated, and not committed.</summary>
    Missing,

    /// <summary>It is generated with another text.</summary>
    Different,

    /// <summary>It is committed, and not generated.</summary>
    Extra,
}
