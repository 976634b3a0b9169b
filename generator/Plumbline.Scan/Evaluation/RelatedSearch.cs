using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Evaluation;

/// <summary>Looks for related resources and notes the types that the inputs do not speak for. For one thread.</summary>
internal sealed class RelatedSearch(RelatedIndex index) : IRelatedResources
{
    /// <summary>The last type looked for that the inputs do not speak for; null when there was none since the last <see cref="Restart"/>.</summary>
    public string? UnknownType { get; private set; }

    public void Restart() => UnknownType = null;

    public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query)
    {
        if (!index.SpeaksFor(query.Type)) UnknownType = query.Type;
        return index.Find(query);
    }
}
