namespace Plumbline.Planning.Plans;

/// <summary>Digests of what was planned from.</summary>
/// <param name="Declarations">Of the environment as it is declared, with its exemptions.</param>
/// <param name="Documents">Of the definitions and initiatives.</param>
/// <param name="BuiltIns">Of the copies of built-ins.</param>
public sealed record PlanInputs(string Declarations, string Documents, string BuiltIns);
