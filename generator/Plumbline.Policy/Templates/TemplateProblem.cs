namespace Plumbline.Policy.Templates;

/// <summary>Why a template cannot be deployed, as Azure Resource Manager says it.</summary>
/// <param name="Code">ARM's error code, such as <c>InvalidTemplate</c>.</param>
/// <param name="Message">For people; holds no secure value.</param>
public sealed record TemplateProblem(string Code, string Message)
{
    /// <summary>Whether it may go away once the resources that are referred to exist.</summary>
    public bool IsDeferred { get; init; }

    /// <summary>Whether another engine may see it otherwise: an expression could not be evaluated here.</summary>
    public bool CouldBeMisunderstood { get; init; }

    /// <summary>Whether a function is called that the engine does not have.</summary>
    public bool IsMissingFunction { get; init; }

    internal static TemplateProblem Of(Functions.FailedValue failure) => (failure.Code is { } code ? new(code, failure.Reason) : Invalid(failure.Reason)).From(failure);

    internal static TemplateProblem Invalid(string reason) => new("InvalidTemplate", $"Deployment template validation failed: '{reason}'.");

    internal static TemplateProblem Failed(string subject, Functions.FailedValue failure) => failure.Code is { } code
        ? new(code, failure.Reason)
        : new TemplateProblem("InvalidTemplate", $"Unable to process template language expressions for {subject}. '{failure.Reason}'").From(failure);

    internal TemplateProblem From(Functions.FailedValue failure) => this with
    {
        IsDeferred = failure.IsUnknown,
        CouldBeMisunderstood = !failure.IsUnknown && failure.Code is null,
        IsMissingFunction = failure.IsMissingFunction,
    };
}
