namespace Plumbline.Policy.Schemas;

/// <summary>What a property is in an api-version.</summary>
/// <param name="ApiVersion">Such as <c>2024-03-01</c> or <c>2024-02-02-preview</c>.</param>
/// <param name="State">Absent, or present and how.</param>
public readonly record struct PropertyVersion(string ApiVersion, PropertyState State);
