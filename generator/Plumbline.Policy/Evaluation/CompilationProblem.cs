using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Evaluation;

/// <summary>Why a definition cannot be evaluated, whatever the resource.</summary>
/// <param name="Message">What is wrong, as a sentence without a full stop.</param>
/// <param name="Location">The condition or the effect that is wrong, where it came from a text.</param>
public sealed record CompilationProblem(string Message, SourceLocation? Location);
