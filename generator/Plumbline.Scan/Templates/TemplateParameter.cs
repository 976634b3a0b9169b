namespace Plumbline.Scan.Templates;

/// <summary>A parameter that a template declares.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsRequired">Whether it has no default value and cannot be left out.</param>
/// <param name="IsSecure">Whether it is a secure string or object: what is made of it is never known before the deployment, and never shown.</param>
/// <param name="IsObject">Whether it is an object.</param>
/// <param name="MinimumLength">The least length of its text.</param>
public sealed record TemplateParameter(string Name, bool IsRequired, bool IsSecure, bool IsObject, int MinimumLength);
