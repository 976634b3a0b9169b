using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>The definitions and initiatives that an environment needs, where they are to be.</summary>
internal sealed class DesiredDocuments
{
    private const int MaximumName = 64;

    private readonly DeploymentEnvironment environment;
    private readonly LiveState live;
    private readonly ImmutableDictionary<string, DesiredObject> definitions;
    private readonly ImmutableDictionary<string, DesiredObject> initiatives;

    private readonly Lazy<ImmutableDictionary<string, string>> names;

    /// <summary>Finds what the assignments refer to, directly and through initiatives.</summary>
    public DesiredDocuments(DeploymentEnvironment environment, PolicyDocuments documents, LiveState live)
    {
        (this.environment, this.live) = (environment, live);
        var targets = environment.Assignments.ToLookup(assignment => assignment.Kind, assignment => assignment.Target);
        var sets = Named(documents.Initiatives, targets[ArmObjectKind.PolicySetDefinition]);
        var members = sets.SelectMany(set => PlaceholderScope.Members(set.Properties)).Select(member => PlaceholderScope.CustomName(PlaceholderScope.DefinitionIdOf(member))).OfType<string>();
        definitions = Named(documents.Definitions, targets[ArmObjectKind.PolicyDefinition].Concat(members))
            .ToImmutableDictionary(document => document.Name, document => Object(ArmObjectKind.PolicyDefinition, document, document.Properties), StringComparer.OrdinalIgnoreCase);
        names = new(() => definitions.Concat(initiatives ?? definitions.Clear()).ToImmutableDictionary(one => one.Value.Id, one => one.Key, StringComparer.OrdinalIgnoreCase));
        initiatives = sets.ToImmutableDictionary(set => set.Name, set => Object(ArmObjectKind.PolicySetDefinition, set, Rescoped(set.Properties)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All of them, definitions first, in ordinal order of their declared names.</summary>
    public IEnumerable<DesiredObject> All => definitions.OrderBy(one => one.Key, StringComparer.Ordinal).Concat(initiatives.OrderBy(one => one.Key, StringComparer.Ordinal)).Select(one => one.Value);

    /// <summary>The document of that kind and declared name, or null.</summary>
    public DesiredObject? Find(ArmObjectKind kind, string name) => (kind == ArmObjectKind.PolicyDefinition ? definitions : initiatives).GetValueOrDefault(name);

    /// <summary>The declared name of a document by its id; of any other id the end.</summary>
    public string NameOf(string id) => names.Value.GetValueOrDefault(id) ?? id[(id.LastIndexOf('/') + 1)..];

    private static ImmutableArray<PolicyDocument> Named(ImmutableArray<PolicyDocument> documents, IEnumerable<string> names)
    {
        var wanted = names.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. documents.Where(document => wanted.Contains(document.Name)).DistinctBy(document => document.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private DesiredObject Object(ArmObjectKind kind, PolicyDocument document, ObjectValue properties)
    {
        var writable = new ObjectValue([.. properties.Properties.Where(property => !string.Equals(property.Key, "policyType", StringComparison.OrdinalIgnoreCase))]);
        var choice = ResourceChoice.For(
            environment,
            live,
            new(kind, environment.DefinitionScope, document.Name, MaximumName),
            ParameterCompatibility.Shape(properties["parameters"]),
            one => ParameterCompatibility.Refused(one.Properties["parameters"], properties["parameters"]));
        var body = MarkedProperties.Of(environment, kind, document.Name, PolicyValueReader.Object(("properties", writable)));
        return new(kind, choice.Id, body, document.At)
        {
            Title = properties["displayName"] is TextValue title ? title.Value : document.Name,
            Supersedes = choice.Supersedes,
            Refusals = [.. choice.Refusals],
        };
    }

    private ObjectValue Rescoped(ObjectValue properties) => properties["policyDefinitions"] is ArrayValue members
        ? WritableBody.With(properties, "policyDefinitions", new ArrayValue([.. members.Items.Select(member => member is ObjectValue item ? Rescope(item) : member)]))
        : properties;

    private ObjectValue Rescope(ObjectValue member) =>
        PlaceholderScope.CustomName(PlaceholderScope.DefinitionIdOf(member)) is { } name && definitions.GetValueOrDefault(name) is { } definition
            ? WritableBody.With(member, "policyDefinitionId", new TextValue(definition.Id))
            : member;
}
