namespace Plumbline.Policy.Diagnostics;

/// <summary>
/// An expected problem, as a value: collected and returned, never thrown.
/// Made by the methods of <see cref="DiagnosticCatalog"/> only, so that every code has one wording and one page.
/// </summary>
/// <param name="Code">The stable code, <c>PLBnnnn</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Message">One line, at most 300 characters: names the construct in the field's words and says the consequence.</param>
/// <param name="Help">How to fix it, as an imperative, with the nearest known name where one is near; or null.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, SourceLocation Location, string Message, string? Help = null)
{
    /// <summary>Whether this stops the command.</summary>
    public bool IsError => Severity == DiagnosticSeverity.Error;
}
