using Plumbline.Policy.Diagnostics;

namespace Plumbline.Testing.Documents;

/// <summary>A result of a condition that no resource can make decisive, as the author says.</summary>
/// <param name="Path">The path of the condition, such as <c>if.allOf[1]</c>.</param>
/// <param name="Direction">The result.</param>
/// <param name="Reason">Why.</param>
/// <param name="Location">Where it is said.</param>
public sealed record UnreachableResult(string Path, bool Direction, string Reason, SourceLocation Location);
