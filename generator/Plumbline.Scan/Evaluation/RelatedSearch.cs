using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Evaluation;

/// <summary>Looks for related resources and notes the types of which the inputs do not say whether there is one. For one thread.</summary>
internal sealed class RelatedSearch(RelatedIndex index) : IRelatedResources
{
    /// <summary>The last type looked for of which nobody can say whether there is one; null when there was none since the last <see cref="Restart"/>.</summary>
    public string? UnknownType { get; private set; }

    public void Restart() => UnknownType = null;

    public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query)
    {
        // What belongs to a resource whose id is not known yet cannot be told from what belongs to others.
        var isPlaced = query.PrimaryId.Length > 0 && !UnresolvedExpression.Is(query.PrimaryId);
        if (!isPlaced || !index.SpeaksFor(query.Type)) UnknownType = query.Type;
        return isPlaced ? index.Find(query) : [];
    }
}
