using Plumbline.Policy.Values;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Mutation;

/// <summary>What somebody who asks about a resource can see of a verdict.</summary>
internal sealed record Observation(string Compliance, string? Effect, PolicyValue? Resource, bool IsDenied)
{
    public static Observation Of(TestVerdict verdict) => new(verdict.Compliance, verdict.Effect, verdict.Changed, verdict.IsDenied);
}
