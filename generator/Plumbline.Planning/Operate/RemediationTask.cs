using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>A remediation to create: one policy of one assignment.</summary>
/// <param name="Name">The name that follows from all that is asked for; a task of that name that has ended gets a successor.</param>
/// <param name="Assignment">The assignment, at whose scope it is created.</param>
/// <param name="Member">The policy.</param>
/// <param name="Body">The body to PUT.</param>
public sealed record RemediationTask(string Name, DeployedAssignment Assignment, DeployedMember Member, ObjectValue Body)
{
    /// <summary>The collection of remediations it belongs to.</summary>
    public string Collection => CollectionAt(Assignment.Scope);

    /// <summary>How many resource ids it is limited to; 0 for no such limit.</summary>
    public int ResourceIds => Body["properties"] is ObjectValue properties && properties["filters"] is ObjectValue filters && filters["resourceIds"] is ArrayValue ids ? ids.Items.Length : 0;

    /// <summary>The id of the remediations at a scope.</summary>
    public static string CollectionAt(string scope) => $"{scope}/providers/Microsoft.PolicyInsights/remediations";
}
