using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Effects;

namespace Plumbline.Emulator.Enforcement;

/// <summary>What became of a write.</summary>
/// <param name="Error">The 403 when policies refuse it; null when it is made.</param>
/// <param name="Next">The state after it. A refused write changes no resource, but leaves events.</param>
/// <param name="Resource">The resource as it is stored, changed by append and modify; as it was asked for when the write is refused.</param>
internal sealed record WriteResult(ArmError? Error, ArmState Next, StoredResource Resource)
{
    /// <summary>What append and modify changed.</summary>
    public ImmutableArray<AppliedChange> Changes { get; init; } = [];

    /// <summary>The compliance records of the resource after the write; none when it is refused.</summary>
    public ImmutableArray<AssignmentRecord> Records { get; init; } = [];

    /// <summary>The records that refuse it.</summary>
    public ImmutableArray<AssignmentRecord> Denials { get; init; } = [];

    /// <summary>The deployments of deployIfNotExists policies that the write calls for.</summary>
    public ImmutableArray<PendingDeployment> Deployments { get; init; } = [];
}
