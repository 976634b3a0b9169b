using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>What was read of an endpoint to operate an environment.</summary>
/// <param name="Assignments">Assignments at the scopes of the environment, ours and others'.</param>
/// <param name="Definitions">Definitions and initiatives that those of the environment refer to; one id several times when it has several versions.</param>
public sealed record DeployedDocuments(ImmutableArray<ArmObject> Assignments, ImmutableArray<ArmObject> Definitions)
{
    /// <summary>Exemptions of the environment's assignments.</summary>
    public ImmutableArray<ObjectValue> Exemptions { get; init; } = [];

    /// <summary>Enrolments for the environment's assignments.</summary>
    public ImmutableArray<ObjectValue> Enrollments { get; init; } = [];

    /// <summary>Attestations below the environment's scopes.</summary>
    public ImmutableArray<ObjectValue> Attestations { get; init; } = [];

    /// <summary>The parent's name by a management group's name or a subscription's GUID.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Parents { get; init; } = [];
}
