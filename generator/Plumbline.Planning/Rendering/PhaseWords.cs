using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>The headlines of the phases. None is named after an action: every line states its own.</summary>
internal static class PhaseWords
{
    /// <summary>The headline of a phase.</summary>
    public static string Of(int phase) => phase switch
    {
        PlanPhase.Definitions => "Step 1: definitions",
        PlanPhase.Initiatives => "Step 2: initiatives",
        PlanPhase.Assignments => "Step 3: assignments",
        PlanPhase.Roles => "Step 4: roles of identities",
        PlanPhase.Exemptions => "Step 5: exemptions",
        PlanPhase.Enforcement => "Step 6: enforcement",
        PlanPhase.Deletes => "Step 7: clean-up, only when all of the above is done",
        _ => $"Step {CountWords.Of(phase)}",
    };

    /// <summary>The phase in the progress of an apply.</summary>
    public static string Short(int phase) => phase switch
    {
        PlanPhase.Definitions => "definitions",
        PlanPhase.Initiatives => "initiatives",
        PlanPhase.Assignments => "assignments",
        PlanPhase.Roles => "roles",
        PlanPhase.Exemptions => "exemptions",
        PlanPhase.Enforcement => "enforcement",
        PlanPhase.Deletes => "clean-up",
        _ => $"step {CountWords.Of(phase)}",
    };
}
