using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>How a verification is made.</summary>
/// <param name="Limit">How long it waits for the evaluation and for its states.</param>
/// <param name="Evaluates">Whether an evaluation is started first; else the states are taken as they are.</param>
/// <param name="Inventory">The resources of the environment; null reads them.</param>
public sealed record VerificationRequest(TimeSpan Limit, bool Evaluates, ImmutableArray<ObjectValue>? Inventory);
