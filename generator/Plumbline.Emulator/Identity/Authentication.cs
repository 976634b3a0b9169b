using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>What is known of the sender of a request: either the caller, or the answer that turns it away.</summary>
internal sealed record Authentication(Caller? Caller, ArmResponse? Challenge);
