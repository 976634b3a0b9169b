using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Stands before every write of a resource: refuses what an enforced assignment denies.</summary>
internal sealed class PolicyEnforcer(PreparedPolicies policies)
{
    /// <summary>The 403 that the write of <paramref name="resource"/> deserves; null when it may go on.</summary>
    public ArmError? Check(ArmState state, StoredResource resource, ArmRequest request)
    {
        ImmutableArray<RecordDocuments> denials =
        [
            .. new AssignmentVerdicts(policies, state, request.Now, request.ApiVersion).On(resource)
                .Where(record => record.IsDenied)
                .Select(record => RecordDocuments.Of(state, record))
                .OfType<RecordDocuments>(),
        ];
        return denials.IsEmpty ? null : PolicyViolation.Error(resource.Id, denials);
    }
}
