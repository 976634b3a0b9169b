using Plumbline.Policy.Values;

namespace Plumbline.Planning.Plans;

/// <summary>What undoes an operation.</summary>
/// <param name="Body">The earlier object to PUT, writable fields only; null to delete what was created.</param>
public sealed record PlanInverse(ObjectValue? Body)
{
    /// <summary>What was created is deleted.</summary>
    public static PlanInverse Delete { get; } = new((ObjectValue?)null);
}
