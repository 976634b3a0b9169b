using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Bicep;

/// <summary>A resource or a module that a Bicep file declares.</summary>
/// <param name="Symbol">The symbolic name; of a nested resource <c>parent::child</c>.</param>
/// <param name="Type">The full resource type without api-version; <c>Microsoft.Resources/deployments</c> for a module.</param>
/// <param name="ModulePath">The path of a module as written; null for a resource.</param>
/// <param name="Span">Where the declaration starts.</param>
/// <param name="Body">The properties; null when the declaration could not be followed.</param>
public sealed record BicepDeclaration(string Symbol, string Type, string? ModulePath, TextSpan Span, BicepValue? Body);
