using Plumbline.Policy.Values;

namespace Plumbline.Planning.Plans;

/// <summary>One property that is not as it is to be.</summary>
/// <param name="Path">A JSON pointer, such as <c>/properties/policyRule/if/allOf/1/equals</c>; members of keyed arrays by their key: <c>/properties/policyDefinitions/{referenceId}/groupNames</c>.</param>
/// <param name="Before">What the endpoint has; undefined when it has nothing.</param>
/// <param name="After">What is to be; undefined when it is to go.</param>
public sealed record PropertyDifference(string Path, PolicyValue Before, PolicyValue After);
