namespace Plumbline.Policy.Diagnostics;

/// <summary>Where a construct stands: the file as the user named it, the span where one is known, and the path inside the document.</summary>
/// <param name="File">The path as shown to the user; relative to the working directory, with forward slashes.</param>
/// <param name="Span">The span, or null for a finding about the whole file.</param>
/// <param name="Path">The path inside the document, such as <c>$.properties.policyRule.if.allOf[1].field</c>, or null.</param>
public sealed record SourceLocation(string File, TextSpan? Span = null, string? Path = null);
