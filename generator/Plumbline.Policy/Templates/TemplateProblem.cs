namespace Plumbline.Policy.Templates;

/// <summary>Why a template cannot be deployed, as Azure Resource Manager says it.</summary>
/// <param name="Code">ARM's error code, such as <c>InvalidTemplate</c>.</param>
/// <param name="Message">For people; holds no secure value.</param>
public sealed record TemplateProblem(string Code, string Message)
{
    /// <summary>Whether it may go away once the resources that are referred to exist.</summary>
    public bool IsDeferred { get; init; }

    internal static TemplateProblem Invalid(string reason) => new("InvalidTemplate", $"Deployment template validation failed: '{reason}'.");

    internal static TemplateProblem Failed(string subject, Functions.FailedValue failure) => failure.Code is { } code
        ? new(code, failure.Reason)
        : new("InvalidTemplate", $"Unable to process template language expressions for {subject}. '{failure.Reason}'") { IsDeferred = failure.IsUnknown };
}
