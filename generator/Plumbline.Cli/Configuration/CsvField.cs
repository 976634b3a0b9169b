using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>A field of a CSV file.</summary>
/// <param name="Text">The text, without the quotes around it.</param>
/// <param name="At">Where it begins; the length is that of the text when it is not quoted, else 0.</param>
internal sealed record CsvField(string Text, SourceLocation At);
