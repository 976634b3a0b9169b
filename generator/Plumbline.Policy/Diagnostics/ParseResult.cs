using System.Collections.Immutable;

namespace Plumbline.Policy.Diagnostics;

/// <summary>What reading a document gave: the value, unless an error prevents it, and everything there was to say.</summary>
/// <param name="Value">The document; null if and only if <see cref="Diagnostics"/> holds an error.</param>
/// <param name="Diagnostics">All problems of the document, in the order of the text.</param>
public sealed record ParseResult<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class;
