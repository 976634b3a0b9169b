using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>What an expander makes of a template.</summary>
/// <param name="Resources">The resources with <c>id</c>, <c>type</c>, <c>name</c> and <c>apiVersion</c>; what is known only after the deployment is the text of an expression.</param>
/// <param name="Outputs">The values of the outputs, by name.</param>
/// <param name="Problem">Why there are none, in the words of the template engine; null when there are.</param>
public sealed record TemplateSnapshot(ImmutableArray<ObjectValue> Resources, ObjectValue Outputs, string? Problem = null);
