using System.Collections.Immutable;

namespace Plumbline.Planning.Objects;

/// <summary>What can be deployed: the committed documents of a checkout.</summary>
/// <param name="Definitions">Custom definitions; those that nothing assigned refers to are not deployed.</param>
/// <param name="Initiatives">Custom initiatives.</param>
/// <param name="BuiltIns">Copies of the built-in definitions that initiatives refer to: what they say when the plan is made offline, and what a moved built-in is compared with.</param>
public sealed record PolicyDocuments(ImmutableArray<PolicyDocument> Definitions, ImmutableArray<PolicyDocument> Initiatives, ImmutableArray<PolicyDocument> BuiltIns);
