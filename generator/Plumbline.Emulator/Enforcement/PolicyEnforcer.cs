using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Policies between a request and the store: what a route asks before and while it writes or deletes.</summary>
/// <param name="writer">Writes.</param>
/// <param name="deleter">Deletes.</param>
/// <param name="queue">Takes the deployments that a write calls for.</param>
internal sealed class PolicyEnforcer(ResourceWriter writer, ResourceDeleter deleter, PolicyDeploymentQueue queue)
{
    /// <summary>The 403 that the write of <paramref name="resource"/> deserves; null when it may go on. Nothing is written.</summary>
    public ArmError? Check(ArmState state, StoredResource resource, ArmRequest request) => writer.Write(state, ResourceWrite.Of(resource, request)).Error;

    /// <summary>Writes a resource as a request asks for it. What policies are to deploy afterwards is on its way when this returns, and waits until the write is kept.</summary>
    public WriteResult Write(ArmState state, StoredResource resource, ArmRequest request)
    {
        var written = writer.Write(state, ResourceWrite.Of(resource, request));
        queue.Add(written.Deployments);
        return written;
    }

    /// <summary>Deletes a stored resource and all that lies in it.</summary>
    public WriteResult Delete(ArmState state, StoredResource resource, ArmRequest request) => deleter.Delete(state, ResourceWrite.Of(resource, request));
}
