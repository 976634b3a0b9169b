using Plumbline.Policy.Assignments;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>A change that one policy made to a resource.</summary>
/// <param name="Record">The policy.</param>
/// <param name="Operation"><c>append</c>, or the operation of modify: <c>add</c>, <c>addOrReplace</c>, <c>remove</c>.</param>
/// <param name="Field">The field as the policy names it, its expression evaluated.</param>
/// <param name="Path">Where it stands in the resource, such as <c>properties.minimumTlsVersion</c>.</param>
/// <param name="Before">What stood there; undefined when there was nothing. For a path through an array, the array.</param>
/// <param name="After">What stands there now; undefined when it was removed.</param>
public sealed record AppliedChange(AssignmentRecord Record, string Operation, string Field, string Path, PolicyValue Before, PolicyValue After);
