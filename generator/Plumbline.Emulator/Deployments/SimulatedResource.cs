using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;

namespace Plumbline.Emulator.Deployments;

/// <summary>A resource that a deployment would write, and what would come of it.</summary>
/// <param name="Planned">The resource as planned.</param>
/// <param name="Before">What is stored; null when nothing is.</param>
/// <param name="After">What would be stored; null when that cannot be told.</param>
/// <param name="Error">Why it would be refused; null when it would not.</param>
internal sealed record SimulatedResource(PlannedResource Planned, StoredResource? Before, StoredResource? After, ArmError? Error);
