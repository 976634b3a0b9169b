using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Plumbline.Arm.Deployment;

/// <summary>What is to exist: the generated documents. The assignment comes from the <see cref="DeploymentTarget"/>.</summary>
/// <param name="Definitions">The custom definitions; all of them are deployed.</param>
/// <param name="Initiative">The initiative. Its name marks every object of the deployment as belonging together.</param>
public sealed record DesiredState(ImmutableArray<DesiredDocument> Definitions, DesiredDocument Initiative)
{
    /// <summary>The same without the definitions that the initiative does not refer to (those whose aliases Azure does not publish).</summary>
    public DesiredState OnlyReferenced()
    {
        var referenced = DesiredObjects.MemberNames(Initiative.Body).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return this with { Definitions = [.. Definitions.Where(definition => referenced.Contains(definition.Name))] };
    }
}

/// <summary>A generated document.</summary>
/// <param name="Name">The resource name.</param>
/// <param name="Body">The document as generated: <c>name</c>, <c>type</c>, <c>properties</c>. Never changed here.</param>
/// <param name="File">Where it is kept, for diagnostics.</param>
public sealed record DesiredDocument(string Name, JObject Body, string File);
