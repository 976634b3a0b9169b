using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Assignments;

/// <summary>Definitions and initiatives by id; an id that is given several times has several versions.</summary>
public sealed class PolicyLibrary(
    IEnumerable<KeyValuePair<string, PolicyDefinition>> definitions,
    IEnumerable<KeyValuePair<string, PolicySetDefinition>> setDefinitions) : IPolicyDefinitions
{
    private readonly ILookup<string, PolicyDefinition> definitions = ById(definitions);
    private readonly ILookup<string, PolicySetDefinition> setDefinitions = ById(setDefinitions);

    /// <inheritdoc/>
    public ImmutableArray<PolicyDefinition> Definitions(string id) => [.. definitions[id.TrimEnd('/')]];

    /// <inheritdoc/>
    public ImmutableArray<PolicySetDefinition> SetDefinitions(string id) => [.. setDefinitions[id.TrimEnd('/')]];

    private static ILookup<string, T> ById<T>(IEnumerable<KeyValuePair<string, T>> pairs) =>
        pairs.ToLookup(pair => pair.Key.TrimEnd('/'), pair => pair.Value, StringComparer.OrdinalIgnoreCase);
}
