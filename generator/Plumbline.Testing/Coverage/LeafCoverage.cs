using Plumbline.Policy.Diagnostics;

namespace Plumbline.Testing.Coverage;

/// <summary>How often a leaf condition decided.</summary>
/// <param name="Path">Its path, such as <c>if.allOf[1]</c>.</param>
/// <param name="Text">The condition in one line.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="WhenTrue">Of its result true.</param>
/// <param name="WhenFalse">Of its result false.</param>
public sealed record LeafCoverage(string Path, string Text, SourceLocation Location, DirectionCoverage WhenTrue, DirectionCoverage WhenFalse);
