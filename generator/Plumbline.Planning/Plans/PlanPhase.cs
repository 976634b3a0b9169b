namespace Plumbline.Planning.Plans;

/// <summary>The phases: additive first, destructive last and only when all before is green.</summary>
public static class PlanPhase
{
    /// <summary>Definitions.</summary>
    public const int Definitions = 1;

    /// <summary>Initiatives.</summary>
    public const int Initiatives = 2;

    /// <summary>Assignments; new ones that have exemptions or follow another start without being enforced.</summary>
    public const int Assignments = 3;

    /// <summary>Roles of the assignments' identities.</summary>
    public const int Roles = 4;

    /// <summary>Exemptions.</summary>
    public const int Exemptions = 5;

    /// <summary>Assignments that started without being enforced are enforced.</summary>
    public const int Enforcement = 6;

    /// <summary>Deletes: exemptions, then roles while their principals exist, assignments, initiatives, definitions.</summary>
    public const int Deletes = 7;
}
