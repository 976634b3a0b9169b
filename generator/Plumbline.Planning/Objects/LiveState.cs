using System.Collections.Immutable;

namespace Plumbline.Planning.Objects;

/// <summary>What an endpoint has, as far as a deployment needs to know.</summary>
public sealed record LiveState
{
    /// <summary>A state.</summary>
    /// <param name="objects">All objects of the scopes that were read, ours and others'.</param>
    /// <param name="builtIns">Built-in definitions and initiatives that the deployment refers to, as the endpoint has them.</param>
    /// <param name="readFrom">Where it was read: <c>arm</c>.</param>
    public LiveState(ImmutableArray<ArmObject> objects, ImmutableArray<ArmObject> builtIns, string readFrom)
    {
        (Objects, BuiltIns, ReadFrom) = (objects, builtIns, readFrom);
        ById = objects.GroupBy(one => one.Id, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>An endpoint without anything.</summary>
    public static LiveState Empty { get; } = new([], [], "arm");

    /// <summary>All objects of the scopes that were read, ours and others'.</summary>
    public ImmutableArray<ArmObject> Objects { get; }

    /// <summary>Built-in definitions and initiatives that the deployment refers to.</summary>
    public ImmutableArray<ArmObject> BuiltIns { get; }

    /// <summary>Where it was read.</summary>
    public string ReadFrom { get; }

    private ImmutableDictionary<string, ArmObject> ById { get; }

    /// <summary>The object of that id, without regard to case, or null.</summary>
    public ArmObject? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The objects of a kind.</summary>
    public IEnumerable<ArmObject> Of(ArmObjectKind kind) => Objects.Where(one => one.Kind == kind);
}
