using Newtonsoft.Json.Linq;

namespace Plumbline.Scan.Templates;

/// <summary>A resource as a template declares it; a loop makes several of one.</summary>
/// <param name="Token">The declaration.</param>
/// <param name="Type">The full type; empty when it is not written out.</param>
/// <param name="Symbol">The symbolic name; null in templates of language version 1.0.</param>
/// <param name="Ordinal">Which one of its type it is in its template, from 0.</param>
/// <param name="Deployment">The nested deployment that it stands in; null at the top.</param>
public sealed record TemplateResource(JObject Token, string Type, string? Symbol, int Ordinal, TemplateResource? Deployment);
