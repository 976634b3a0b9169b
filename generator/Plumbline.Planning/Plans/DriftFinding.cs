namespace Plumbline.Planning.Plans;

/// <summary>One way in which an endpoint differs from what is declared.</summary>
/// <param name="Class">How it differs.</param>
/// <param name="ObjectId">The object.</param>
/// <param name="Message">What is different, in one line.</param>
/// <param name="Source">Where the object is declared, with its line when known (<c>plumbline.yaml:12</c>); null for what is not declared.</param>
public sealed record DriftFinding(DriftClass Class, string ObjectId, string Message, string? Source)
{
    /// <summary>With <see cref="DriftClass.Edited"/> who changed it, as far as the endpoint says; else null.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>With <see cref="DriftClass.Edited"/> when, as the endpoint says it; else null.</summary>
    public string? UpdatedOn { get; init; }
}
