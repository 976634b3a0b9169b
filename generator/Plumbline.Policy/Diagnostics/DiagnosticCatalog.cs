namespace Plumbline.Policy.Diagnostics;

/// <summary>
/// The one catalogue of diagnostics: a method a code. Codes are stable and never reused; each has a page in <c>generator/docs/diagnostics</c>.
/// Ranges: PLB1xxx catalog and YAML, PLB2xxx policy documents and expressions, PLB3xxx generation and limits,
/// PLB4xxx environments and deployment, PLB5xxx compliance and reports, PLB6xxx tests and scans, PLB7xxx export and import, PLB9xxx the program itself.
/// </summary>
public static partial class DiagnosticCatalog
{
    internal static Diagnostic Error(string code, SourceLocation at, string message, string? help = null) =>
        new(code, DiagnosticSeverity.Error, at, message, help);

    internal static Diagnostic Warning(string code, SourceLocation at, string message, string? help = null) =>
        new(code, DiagnosticSeverity.Warning, at, message, help);

    internal static Diagnostic Information(string code, SourceLocation at, string message, string? help = null) =>
        new(code, DiagnosticSeverity.Information, at, message, help);

    internal static string? DidYouMean(string? nearest) => nearest is null ? null : $"did you mean '{nearest}'?";

    // Text of the author's is quoted, but never so much of it that the message disappears.
    internal static string Shortened(string text, int maximum = 80) => text.Length <= maximum ? text : string.Concat(text.AsSpan(0, maximum - 3), "...");
}
