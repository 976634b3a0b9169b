namespace Plumbline.Planning.Plans;

/// <summary>One resource that a change concerns.</summary>
/// <param name="ResourceId">The resource, or its place in a template.</param>
/// <param name="Policy">The policy's name, or its reference id.</param>
/// <param name="Change"><c>newlyNonCompliant</c>, <c>denied</c>, <c>modified</c>, <c>deployed</c> or <c>newlyCompliant</c>.</param>
/// <param name="Source">The file and line it is written at, or null.</param>
public sealed record ResourceImpact(string ResourceId, string Policy, string Change, string? Source);
