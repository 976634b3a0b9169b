using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Everything a definition is evaluated against.</summary>
/// <param name="Resource">The resource as ARM returns it: <c>id</c>, <c>name</c>, <c>type</c>, <c>location</c>, <c>tags</c>, <c>identity</c>, <c>properties</c> ...</param>
/// <param name="Parameters">Bound parameter values (defaults need not be given), by name, compared without regard to case.</param>
/// <param name="Context">The context functions read.</param>
/// <param name="Related">Finds related resources for the <c>IfNotExists</c> effects.</param>
public sealed record EvaluationInput(
    ResourceDocument Resource,
    ImmutableDictionary<string, PolicyValue> Parameters,
    EvaluationContext Context,
    IRelatedResources Related)
{
    /// <summary>The same for a resource that is in memory already.</summary>
    public EvaluationInput(ObjectValue resource, ImmutableDictionary<string, PolicyValue> parameters, EvaluationContext context, IRelatedResources related)
        : this(ResourceDocument.Of(resource), parameters, context, related)
    {
    }
}

/// <summary>The related resources an <c>IfNotExists</c> effect looks at.</summary>
public interface IRelatedResources
{
    /// <summary>All existing resources that the query selects, as ARM returns them.</summary>
    IEnumerable<ResourceDocument> Find(RelatedResourceQuery query);
}

/// <summary>Which related resources to look at (<c>then.details</c> with its expressions evaluated).</summary>
/// <param name="PrimaryId">The id of the resource under evaluation.</param>
/// <param name="Type">The related resource type.</param>
/// <param name="Name">The name or null; its last segment may hold <c>?</c> wildcards.</param>
/// <param name="ResourceGroupName">The resource group to look in, or null for that of the primary resource.</param>
/// <param name="ExistenceScope"><c>ResourceGroup</c> (the default) or <c>Subscription</c>.</param>
/// <remarks>When <paramref name="Type"/> is a child of the primary's type, or an extension resource, only those of the primary resource are meant.</remarks>
public sealed record RelatedResourceQuery(string PrimaryId, string Type, string? Name, string? ResourceGroupName, string ExistenceScope);
