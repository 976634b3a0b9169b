using Plumbline.Arm.Sending;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Applying;

/// <summary>Looks after 409 <c>RoleAssignmentExists</c>: the principal has the role there already, under another name. That is what was wanted, once it is seen.</summary>
internal sealed class RoleTwins(ObjectClient client)
{
    /// <summary>The end of a write that was refused so.</summary>
    public async Task<OperationEnd> FindAsync(ObjectWrite write, ObjectValue body, ArmFailure refusal, CancellationToken cancellation)
    {
        var principal = body["properties"] is ObjectValue properties && properties["principalId"] is TextValue text ? text.Value : string.Empty;
        var scope = ArmScope.Of(write.Id);
        var (listed, failure) = await client.ListAsync(ArmObjectKind.RoleAssignment, scope, $"principalId eq '{principal}'", cancellation);
        if (failure is not null) return new OperationEnd.Failed(ApplyFailures.Of(failure, ApplyFailures.At(write.Operation)));
        if (listed.FirstOrDefault(one => IsAt(one, scope) && write.IsSatisfiedBy(one)) is { } twin) return new OperationEnd.Written(twin.Id, ObjectDigest.OfLive(twin));
        return new OperationEnd.Failed(ApplyFailures.Of(refusal, ApplyFailureKind.Conflict, DiagnosticCatalog.RoleTaken(ApplyFailures.At(write.Operation), write.Id, refusal.Message)));
    }

    private static bool IsAt(ArmObject role, string scope) => string.Equals(role.Scope.TrimEnd('/'), scope.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
