using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>A resource that assignments are evaluated on.</summary>
/// <param name="Document">As ARM returns it; its <c>id</c> tells the scopes it lies in.</param>
/// <param name="Context">What the context functions read; <c>policy()</c> is filled in for each policy, and <c>UtcNow</c> is the clock that exemptions expire by.</param>
/// <param name="Related">Finds related resources.</param>
/// <param name="Identity">Who makes the request; null in a scan, where selectors on principals never match.</param>
public sealed record EvaluatedResource(ObjectValue Document, EvaluationContext Context, IRelatedResources Related, RequestIdentity? Identity = null)
{
    /// <summary>The resource id; empty when the document has none, and then it lies in no scope.</summary>
    public string Id { get; } = Text(Document, "id");

    /// <summary>The full resource type; empty when the document has none.</summary>
    public string Type { get; } = Text(Document, "type");

    /// <summary>The location without blanks; empty when the document has none.</summary>
    public string Region { get; } = Text(Document, "location").Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The document as rules read it.</summary>
    internal ResourceDocument Readable { get; } = ResourceDocument.Of(Document);

    private static string Text(ObjectValue document, string name) => document[name] is TextValue text ? text.Value : "";
}
