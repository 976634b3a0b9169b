using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>The sentences about roles: which, where, whose, and the policies that need them.</summary>
internal static class RoleStatements
{
    private const int MostMembers = 5;

    /// <summary>A sentence a role.</summary>
    public static IEnumerable<PlanStatement> Of(IEnumerable<PlanOperation> objects) =>
        from one in objects
        let principal = one.Principal
        where principal is not null
        select one.Action == PlanAction.Delete
            ? new PlanStatement(PlanLineStyle.Delete, "Takes back", $"{ObjectWords.Label(one)}.")
            : new PlanStatement(PlanLineStyle.Warning, "Gives", $"{ObjectWords.Label(one)}: {Because(principal)}.");

    /// <summary>Why a role is given.</summary>
    public static string Because(RolePrincipal principal) => principal.Because switch
    {
        [] => "no policy needs it",
        ["declared"] => "the configuration asks for it",
        var members => $"needed by {CountWords.List([.. members.Select(member => member == "declared" ? "the configuration" : member)], MostMembers)}",
    };
}
