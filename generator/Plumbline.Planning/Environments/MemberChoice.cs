using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Environments;

/// <summary>Chooses policies of an initiative.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Name">The control (a group of the initiative, such as <c>NS-1</c>), the name or id of the definition, or the reference id; without regard to case.</param>
/// <param name="At">Where it is written.</param>
public sealed record MemberChoice(MemberChoiceKind Kind, string Name, SourceLocation At);
