using System.Collections.Immutable;

namespace Plumbline.Planning.Objects;

/// <summary>What an endpoint has, as far as a deployment needs to know.</summary>
/// <param name="Objects">All objects of the scopes that were read, ours and others', in ordinal order of their ids.</param>
/// <param name="BuiltIns">Built-in definitions and initiatives that the deployment refers to, as the endpoint has them.</param>
/// <param name="ReadFrom">Where it was read: <c>arm</c>.</param>
public sealed record LiveState(ImmutableArray<ArmObject> Objects, ImmutableArray<ArmObject> BuiltIns, string ReadFrom)
{
    private readonly Lazy<ImmutableDictionary<string, ArmObject>> byId = new(() =>
        Objects.GroupBy(one => one.Id, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase));

    /// <summary>An endpoint without anything.</summary>
    public static LiveState Empty { get; } = new([], [], "arm");

    /// <summary>The object of that id, without regard to case, or null.</summary>
    public ArmObject? Find(string id) => byId.Value.GetValueOrDefault(id);

    /// <summary>The objects of a kind.</summary>
    public IEnumerable<ArmObject> Of(ArmObjectKind kind) => Objects.Where(one => one.Kind == kind);
}
