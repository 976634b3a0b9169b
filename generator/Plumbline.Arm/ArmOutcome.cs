using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm;

/// <summary>What an operation against an endpoint gave.</summary>
/// <param name="Value">The result; null when something prevented it.</param>
/// <param name="Failure">The call that failed, when one did; <paramref name="Diagnostics"/> tells it too.</param>
/// <param name="Diagnostics">Everything there is to say.</param>
public sealed record ArmOutcome<T>(T? Value, ArmFailure? Failure, ImmutableArray<Diagnostic> Diagnostics)
    where T : class;
