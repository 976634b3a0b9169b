using System.Collections.Frozen;
using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>A resource that a deployment will write, or an existing one that its template names.</summary>
public sealed class PlannedResource
{
    private static readonly FrozenSet<string> Directives = new[]
    {
        "id", "name", "type", "apiVersion", "condition", "copy", "dependsOn", "comments", "scope", "subscriptionId", "resourceGroup", "resources", "existing", "metadata", "asserts", "extension", "import",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly ObjectValue declaration;
    private readonly TemplateFrame frame;

    internal PlannedResource(ResourceHeader header, ObjectValue declaration, TemplateFrame frame, DeploymentPlace target)
    {
        (Id, Type, Name, ApiVersion) = (header.Id, header.Type, header.Name, header.ApiVersion);
        (Symbol, IsExisting, LoopName) = (header.Symbol, header.IsExisting, header.LoopName);
        this.declaration = declaration;
        this.frame = frame;
        Target = target;
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The type, as the template spells it.</summary>
    public string Type { get; }

    /// <summary>The name with those of its parents.</summary>
    public string Name { get; }

    /// <summary>The api-version that it is written with.</summary>
    public string ApiVersion { get; }

    /// <summary>The symbolic name, or null.</summary>
    public string? Symbol { get; }

    /// <summary>Whether it is only referred to.</summary>
    public bool IsExisting { get; }

    /// <summary>The region; null when it has none, or it is not known before the deployment.</summary>
    public string? Location => declaration["location"] is TextValue { Value: var text } && TemplateEvaluator.Evaluate(new TextValue(text), frame) is TextValue known ? known.Value : null;

    /// <summary>Whether it is a deployment inside the deployment.</summary>
    public bool IsDeployment => ResourceIds.Is(Type, ResourceIds.DeploymentType);

    /// <summary>The template of a deployment inside the deployment, as written; null when it has none.</summary>
    public ObjectValue? NestedTemplate => (declaration["properties"] as ObjectValue)?["template"] as ObjectValue;

    /// <summary>What has to be there before it: ids of this deployment's resources.</summary>
    public ImmutableArray<string> DependsOn { get; internal init; } = [];

    internal string? LoopName { get; }

    internal DeploymentPlace Target { get; }

    internal IEnumerable<string> ReferenceNames => new[] { Symbol, LoopName, frame.Names.IsSymbolic ? null : Name, $"{Type}/{Name}", SegmentedName }.OfType<string>();

    // Microsoft.Storage/storageAccounts/a/blobServices/b
    private string SegmentedName => Type.Split('/') is var types ? types[0] + string.Concat(Name.Split('/').Select((name, index) => $"/{types[index + 1]}/{name}")) : "";

    /// <summary>
    /// The document to write, without id, type and name. What only a resource provider or a later moment knows is the text of an expression;
    /// texts made of secure parameters are asterisks.
    /// </summary>
    /// <param name="world">The resources that it may refer to.</param>
    public (ObjectValue? Body, TemplateProblem? Problem) Body(IDeploymentWorld world)
    {
        var evaluated = Members(world, property => !Directives.Contains(property.Key) && !(IsDeployment && ResourceIds.Is(property.Key, "properties")));
        return evaluated is ObjectValue body ? (body, null) : (null, TemplateProblem.Failed(Subject, (FailedValue)evaluated));
    }

    /// <summary>The template of a deployment inside the deployment, expanded.</summary>
    /// <param name="world">The resources that it may refer to.</param>
    public TemplateExpansion Nested(IDeploymentWorld world) => NestedDeployment.Expand(this, declaration["properties"] as ObjectValue ?? new ObjectValue([]), In(world));

    internal string Subject => $"resource '{Id}'";

    internal PlannedResource After(ImmutableArray<string> dependencies) =>
        new(new ResourceHeader(Id, Type, Name, ApiVersion, Symbol, IsExisting, LoopName), declaration, frame, Target) { DependsOn = dependencies };

    internal PlannedResource Knowing(ResourceNames names) =>
        new(new ResourceHeader(Id, Type, Name, ApiVersion, Symbol, IsExisting, LoopName), declaration, frame with { Resources = names }, Target);

    /// <summary>The entries of <c>dependsOn</c>, evaluated.</summary>
    internal PolicyValue Dependencies() => declaration["dependsOn"] is ArrayValue listed ? TemplateEvaluator.Evaluate(listed, frame with { Stage = TemplateStage.Header, Masks = false }) : new ArrayValue([]);

    private TemplateFrame In(IDeploymentWorld world) => frame with { World = world, Stage = TemplateStage.Body };

    private PolicyValue Members(IDeploymentWorld world, Func<KeyValuePair<string, PolicyValue>, bool> isWritten) =>
        TemplateEvaluator.Evaluate(new ObjectValue([.. declaration.Properties.Where(isWritten)]), In(world));
}
