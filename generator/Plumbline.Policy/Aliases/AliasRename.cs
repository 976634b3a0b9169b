using Plumbline.Policy.Values;

namespace Plumbline.Policy.Aliases;

/// <summary>A key below an array, or of an array, that the alias names otherwise than the path.</summary>
/// <param name="Levels">The steps to each array around it, in turn, by the alias's names.</param>
/// <param name="From">The steps of the path, flattened.</param>
/// <param name="To">The steps of the alias.</param>
/// <param name="IsLeaf">Whether it is the property itself; else it is an array on the way.</param>
/// <param name="KeepsFrom">Whether another alias has the path's name, so that both names have the value.</param>
internal sealed record AliasRename(string[][] Levels, string[] From, string[] To, bool IsLeaf, bool KeepsFrom)
{
    /// <summary>The resource with the name of the alias. An array is renamed only where there is none of that name.</summary>
    public PolicyValue Apply(PolicyValue resource) => ObjectSteps.Change(resource, Levels, owner =>
    {
        var value = ObjectSteps.Get(owner, From);
        if (value is UndefinedValue || (!IsLeaf && ObjectSteps.Get(owner, To) is not UndefinedValue)) return owner;
        return ObjectSteps.Set(KeepsFrom ? owner : ObjectSteps.Set(owner, From, UndefinedValue.Instance), To, value);
    });

    /// <summary>The resource with the name of the path.</summary>
    public PolicyValue Revert(PolicyValue resource) => ObjectSteps.Change(resource, Levels, owner =>
    {
        var value = ObjectSteps.Get(owner, To);
        return value is UndefinedValue ? owner : ObjectSteps.Set(ObjectSteps.Set(owner, To, UndefinedValue.Instance), From, value);
    });
}
