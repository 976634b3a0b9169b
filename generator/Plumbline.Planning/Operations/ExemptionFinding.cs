using Plumbline.Planning.Environments;

namespace Plumbline.Planning.Operations;

/// <summary>Something about an exemption at one of its scopes.</summary>
/// <param name="Exemption">The exemption.</param>
/// <param name="Scope">The scope.</param>
/// <param name="Detail">Why, or the nearest name that could have been meant; null when there is none.</param>
public sealed record ExemptionFinding(ExemptionDeclaration Exemption, string Scope, string? Detail);
