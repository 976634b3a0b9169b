using Plumbline.Policy.Values;

namespace Plumbline.Arm.Deployment;

/// <summary>One property that is not as it is to be.</summary>
/// <param name="Path">The JSON path, such as <c>properties.policyRule.if.allOf[1].equals</c>; members of an initiative by reference id: <c>properties.policyDefinitions['id'].groupNames</c>.</param>
/// <param name="Before">What the endpoint has; undefined when it has nothing.</param>
/// <param name="After">What is to be; undefined when it is to go.</param>
public sealed record PropertyDifference(string Path, PolicyValue Before, PolicyValue After);
