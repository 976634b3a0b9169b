using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>The sign, style and verb of each action: every line says itself what is done.</summary>
internal static class ActionWords
{
    /// <summary>The sign at the start of a line.</summary>
    public static char Sign(this PlanAction action) => action switch
    {
        PlanAction.Create => '+',
        PlanAction.Update => '~',
        PlanAction.Successor => '>',
        PlanAction.Adopt => '*',
        _ => '-',
    };

    /// <summary>The verb of a line.</summary>
    public static string Verb(this PlanAction action) => action switch
    {
        PlanAction.Create => "create",
        PlanAction.Update => "update",
        PlanAction.Successor => "create successor",
        PlanAction.Adopt => "adopt",
        _ => "delete",
    };

    /// <summary>The verb in a count, such as <c>create</c> in <c>2 to create</c>.</summary>
    public static string CountVerb(this PlanAction action) => action switch
    {
        PlanAction.Successor => "replace without a gap",
        _ => action.Verb(),
    };

    /// <summary>How a line is coloured.</summary>
    public static PlanLineStyle Style(this PlanAction action) => action switch
    {
        PlanAction.Create => PlanLineStyle.Create,
        PlanAction.Update => PlanLineStyle.Update,
        PlanAction.Successor => PlanLineStyle.Successor,
        PlanAction.Adopt => PlanLineStyle.Adopt,
        _ => PlanLineStyle.Delete,
    };

    /// <summary>The actions in the order in which they are counted: what takes something away first.</summary>
    public static IReadOnlyList<PlanAction> WorstFirst { get; } =
        [PlanAction.Delete, PlanAction.Successor, PlanAction.Adopt, PlanAction.Update, PlanAction.Create];
}
