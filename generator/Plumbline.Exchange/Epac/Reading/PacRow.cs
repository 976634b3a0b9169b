using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>A row of a table.</summary>
/// <param name="At">Where it starts.</param>
/// <param name="Fields">Its fields by the names of their columns, without blanks around them.</param>
internal sealed record PacRow(SourceLocation At, ImmutableDictionary<string, string> Fields)
{
    /// <summary>The field of a column; null when it is empty or there is no such column.</summary>
    public string? Field(string column) => Fields.GetValueOrDefault(column) is { Length: > 0 } field ? field : null;
}
