using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>What is known of the sender of a request.</summary>
internal abstract record Authentication
{
    /// <summary>Somebody known.</summary>
    internal sealed record Known(Caller Caller) : Authentication;

    /// <summary>Nobody known: the 401 with its challenge.</summary>
    internal sealed record Refused(ArmResponse Challenge) : Authentication;
}
