using System.Collections.Immutable;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>A template to be expanded.</summary>
/// <param name="Template">The template.</param>
/// <param name="Parameters">The values of its parameters. An expander does not write secure ones anywhere.</param>
/// <param name="Place">Where it is deployed.</param>
/// <param name="DeploymentName">The deployment's name.</param>
/// <param name="Location">Its region; null at a resource group that does not exist.</param>
public sealed record TemplateSnapshotRequest(
    ObjectValue Template, ImmutableDictionary<string, PolicyValue> Parameters, DeploymentPlace Place, string DeploymentName, string? Location);
