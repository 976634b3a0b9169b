using Plumbline.Policy.Diagnostics;

namespace Plumbline.Testing.Running;

/// <summary>Something that is not as expected.</summary>
/// <param name="What">What was compared, such as <c>compliance</c>.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What it is.</param>
/// <param name="Location">Where it is expected.</param>
public sealed record Mismatch(string What, string Expected, string Actual, SourceLocation Location);
