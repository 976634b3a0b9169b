using Plumbline.Emulator.Store;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>The resources of a state, as templates see them.</summary>
/// <param name="state">The state.</param>
/// <param name="isFinal">Whether what it lacks does not exist.</param>
internal sealed class StateWorld(ArmState state, bool isFinal) : IDeploymentWorld
{
    /// <inheritdoc/>
    public bool IsFinal => isFinal;

    /// <inheritdoc/>
    public ObjectValue? Resource(string id) => state.Find(id) is { } found ? PolicyValueReader.FromElement(found.Body) as ObjectValue : null;
}
