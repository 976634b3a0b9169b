using Plumbline.Planning.Comparison;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Applying;

/// <summary>One object to write: an operation, or what undoes it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Id">The object, with the principal known.</param>
/// <param name="Body">What to PUT; null to delete.</param>
/// <param name="Expected">What has to be there.</param>
internal sealed record ObjectWrite(PlanOperation Operation, string Id, ObjectValue? Body, Expectation Expected)
{
    /// <summary>Whether an object that is as wanted already counts as written: a request of an earlier run may have taken effect, or its name says all about it.</summary>
    public bool MayBeDone { get; init; }

    /// <summary>What the journal says before a request leaves.</summary>
    public JournalEventKind Sending { get; init; } = JournalEventKind.Sent;

    /// <summary>What the journal says when it is done.</summary>
    public JournalEventKind Finished { get; init; } = JournalEventKind.Done;

    /// <summary>The method and the object, for messages.</summary>
    public string Call => $"{(Body is null ? "DELETE" : "PUT")} {Id}";

    /// <summary>Whether an object, or none, is what this would write.</summary>
    public bool IsSatisfiedBy(ArmObject? live) =>
        Body is null ? live is null : live is not null && ObjectComparison.IsAsWanted(Operation.Kind, live.Document, ForPrincipalOf(live, Body));

    // While its principal is not known, a role assignment is told by its name, which follows from the principal.
    private static ObjectValue ForPrincipalOf(ArmObject live, ObjectValue body) =>
        live.Kind == ArmObjectKind.RoleAssignment && body["properties"] is ObjectValue properties && properties["principalId"] is UndefinedValue
            ? WritableBody.With(body, "properties", WritableBody.With(properties, "principalId", live.Properties["principalId"]))
            : body;
}
