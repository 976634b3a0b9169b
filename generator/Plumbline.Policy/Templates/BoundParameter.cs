using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>A parameter of a deployment with its value.</summary>
/// <param name="Name">As the template declares it.</param>
/// <param name="Type">As ARM echoes it: <c>String</c>, <c>SecureString</c>, <c>Int</c>, <c>Bool</c>, <c>Object</c>, <c>SecureObject</c> or <c>Array</c>.</param>
/// <param name="Value">The value; of a secure parameter never shown.</param>
public sealed record BoundParameter(string Name, string Type, PolicyValue Value)
{
    /// <summary>Whether the value is not to be shown: by its type, or because it was made of one that is not.</summary>
    public bool IsSecure { get; init; }

    /// <summary>The expression that stands for the value before the deployment has come so far; null when the value is known.</summary>
    public string? UnknownText { get; init; }
}
