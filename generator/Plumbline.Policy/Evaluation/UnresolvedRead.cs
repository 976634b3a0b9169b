namespace Plumbline.Policy.Evaluation;

/// <summary>A value that a verdict depends on and that is not known before the deployment.</summary>
/// <param name="Subject">The field or expression of the condition that read it.</param>
/// <param name="Expression">The expression that stands in the place of the value.</param>
public sealed record UnresolvedRead(string Subject, string Expression);
