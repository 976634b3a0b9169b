using System.Collections.Immutable;

namespace Plumbline.Exchange.Texts;

/// <summary>One record of comma-separated values.</summary>
/// <param name="Line">The line it starts at, from 1.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record CsvRecord(int Line, ImmutableArray<string> Fields);
