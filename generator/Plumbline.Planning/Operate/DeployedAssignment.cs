using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>An assignment of an environment as it is deployed.</summary>
/// <param name="Object">The object.</param>
/// <param name="Policy">The object, typed.</param>
/// <param name="DeclaredName">The name it is declared with; a successor's resource name extends it.</param>
/// <param name="Members">The policies it applies, in the order of the initiative.</param>
public sealed record DeployedAssignment(ArmObject Object, PolicyAssignment Policy, string DeclaredName, ImmutableArray<DeployedMember> Members)
{
    /// <summary>The id.</summary>
    public string Id => Object.Id;

    /// <summary>Where it is assigned.</summary>
    public string Scope => Object.Scope;

    /// <summary>Whether it is assigned at a management group: what lies below is not told by ids then.</summary>
    public bool IsAtManagementGroup => ArmScope.Parse(Scope)?.Kind == ArmScopeKind.ManagementGroup;

    /// <summary>The object ids of its identity, system- or user-assigned; empty when it has none.</summary>
    public ImmutableArray<string> Principals => Object.PrincipalId is { } own
        ? [own]
        : Object.Document["identity"] is ObjectValue identity && identity["userAssignedIdentities"] is ObjectValue users
            ? [.. users.Properties.Select(user => (user.Value as ObjectValue)?["principalId"]).OfType<TextValue>().Select(principal => principal.Value)]
            : [];

    /// <summary>Whether something lies in its scope, as far as ids tell: below a management group anything may.</summary>
    public bool MayReach(string id) => ArmScope.Contains(Scope, id) || (IsAtManagementGroup && !id.StartsWith("/providers/Microsoft.Management/", StringComparison.OrdinalIgnoreCase));
}
