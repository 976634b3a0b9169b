using Plumbline.Planning.Objects;

namespace Plumbline.Planning.Desired;

/// <summary>A declared name at a scope.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Scope">Where.</param>
/// <param name="Name">The declared name.</param>
/// <param name="MaximumName">The longest name Azure takes there.</param>
internal sealed record DeclaredResource(ArmObjectKind Kind, string Scope, string Name, int MaximumName);
