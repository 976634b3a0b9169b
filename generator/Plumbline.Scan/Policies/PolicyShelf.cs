using System.Collections.Immutable;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Syntax;

namespace Plumbline.Scan.Policies;

/// <summary>
/// What initiatives and assignments refer to. Files seldom hold the id that a document gets when it is deployed, so what is not found by its id is found by
/// its name; built-ins are named by a GUID, so that cannot mix up two of them.
/// </summary>
public sealed class PolicyShelf(IEnumerable<PolicyDocument> documents) : IPolicyDefinitions
{
    private readonly ImmutableArray<PolicyDocument> documents = [.. documents];

    /// <inheritdoc/>
    public ImmutableArray<PolicyDefinition> Definitions(string id) => Find(id, document => document.Definition);

    /// <inheritdoc/>
    public ImmutableArray<PolicySetDefinition> SetDefinitions(string id) => Find(id, document => document.SetDefinition);

    /// <summary>The document of a definition.</summary>
    public PolicyDocument? DocumentOf(PolicyDefinition definition) => documents.FirstOrDefault(document => ReferenceEquals(document.Definition, definition));

    private ImmutableArray<T> Find<T>(string id, Func<PolicyDocument, T?> select)
        where T : class
    {
        var wanted = id.TrimEnd('/');
        var name = wanted[(wanted.LastIndexOf('/') + 1)..];
        var candidates = documents.Where(document => select(document) is not null).ToList();
        var exact = candidates.Where(document => Is(document.AssignableId.TrimEnd('/'), wanted)).ToList();
        return [.. (exact.Count > 0 ? exact : candidates.Where(document => Is(document.Name, name))).Select(select).OfType<T>()];
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
