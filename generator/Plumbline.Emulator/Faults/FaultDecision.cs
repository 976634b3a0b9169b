using System.Collections.Immutable;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Faults;

/// <summary>What happens to one request.</summary>
/// <param name="Delay">How long its answer is held back.</param>
/// <param name="Refusal">The answer in place of its own; null for its own.</param>
/// <param name="DropsBefore">Whether the connection is closed before it takes place.</param>
/// <param name="DropsAfter">Whether the connection is closed after it took place.</param>
/// <param name="Visibility">The fault that hides what it creates; null when nothing is hidden.</param>
/// <param name="PageSize">How many items a page holds at most; null when nothing is forced.</param>
/// <param name="LosesPrincipal">Whether a role assignment finds no principal.</param>
/// <param name="Names">The faults, for the log.</param>
internal sealed record FaultDecision(
    TimeSpan Delay,
    ArmResponse? Refusal,
    bool DropsBefore,
    bool DropsAfter,
    Fault? Visibility,
    int? PageSize,
    bool LosesPrincipal,
    ImmutableArray<string> Names)
{
    /// <summary>Nothing.</summary>
    public static FaultDecision Nothing { get; } = new(TimeSpan.Zero, null, false, false, null, null, false, []);
}
