namespace Plumbline.Planning.Plans;

/// <summary>Something that a reader of the plan should know.</summary>
/// <param name="Code">The diagnostic's code.</param>
/// <param name="Message">One line.</param>
public sealed record PlanWarning(string Code, string Message);
