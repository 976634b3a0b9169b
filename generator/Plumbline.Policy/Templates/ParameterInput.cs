using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>What a deployment gives for a parameter.</summary>
/// <param name="Value">The value.</param>
public sealed record ParameterInput(PolicyValue Value)
{
    internal bool IsSecret { get; init; }

    internal string? UnknownText { get; init; }
}
