using System.Collections.Immutable;
using System.Text.Json;

namespace Plumbline.Emulator.Wire;

/// <summary>A refusal, as ARM words it. Made by <see cref="ArmErrors"/> and its neighbours.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">ARM's error code, such as <c>ResourceGroupNotFound</c>.</param>
/// <param name="Message">For people.</param>
/// <param name="Target">What the error is about, or null.</param>
/// <param name="AdditionalInfo">The <c>additionalInfo</c> array, or null.</param>
internal sealed record ArmError(int Status, string Code, string Message, string? Target = null, JsonElement? AdditionalInfo = null)
{
    /// <summary>The errors that this one wraps.</summary>
    public ImmutableArray<ArmError> Details { get; init; } = [];
}
