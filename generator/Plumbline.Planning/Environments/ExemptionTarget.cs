using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Environments;

/// <summary>What an exemption is from.</summary>
/// <param name="Kind">By what the assignments are found.</param>
/// <param name="Name">A control, the name or id of a definition or initiative, or the name or id of an assignment.</param>
/// <param name="At">Where it is written.</param>
public sealed record ExemptionTarget(ExemptionTargetKind Kind, string Name, SourceLocation At);
