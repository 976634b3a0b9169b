using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Changes a resource field by field, as Azure documents it for properties, arrays and their members.</summary>
internal sealed class ResourceEditor(ObjectValue resource, FieldResolver fields)
{
    private readonly ImmutableArray<string>.Builder remarks = ImmutableArray.CreateBuilder<string>();

    /// <summary>The resource as it is by now.</summary>
    public ObjectValue Resource { get; private set; } = resource;

    /// <summary>What was left out, and why.</summary>
    public ImmutableArray<string> Remarks => remarks.ToImmutable();

    /// <summary>Whether an append met another value, which refuses the request.</summary>
    public bool HasConflict { get; private set; }

    /// <summary>One operation of <c>modify</c>.</summary>
    /// <param name="operation"><c>add</c>: only what is missing; <c>addOrReplace</c>; <c>remove</c>. On <c>[*]</c>, <c>add</c> adds a member and <c>addOrReplace</c> leaves no other.</param>
    /// <param name="name">The field.</param>
    /// <param name="value">The value; undefined for <c>remove</c>.</param>
    public void Apply(string operation, string name, PolicyValue value) => Change(name, new PropertyEdit(operation switch
    {
        "add" => (current, isMembers) => isMembers ? Added(current, value) : IsMissing(current) ? value : current,
        "addOrReplace" => (_, isMembers) => isMembers ? new ArrayValue([value]) : value,
        "remove" => (_, _) => UndefinedValue.Instance,
        _ => (current, _) => current,
    }));

    /// <summary>One field of <c>append</c>: adds what is missing, or a member to an array; another value that is there already refuses the request.</summary>
    public void Append(string name, PolicyValue value) => Change(name, new PropertyEdit((current, isMembers) =>
    {
        if (isMembers) return Added(current, value);
        if (IsMissing(current)) return value;
        if (OperatorTable.Holds(Syntax.Operator.Equals, current, value)) return current;
        HasConflict = true;
        remarks.Add($"'{name}' has another value already: append acts as deny");
        return current;
    }));

    private void Change(string name, PropertyEdit edit)
    {
        var (field, problem) = fields.ResolveOnce(name);
        if (field is null)
        {
            remarks.Add(problem ?? $"the field '{name}' is unknown");
            return;
        }

        var steps = field.Path.Steps.AsSpan();
        if (Edited(Resource, steps, edit, isRoot: true) is ObjectValue changed) Resource = changed;
        else remarks.Add($"'{name}' was left as it is: the property it would be part of is not there");
    }

    // The value with the edit made in it; null when something on the way is missing.
    private static PolicyValue? Edited(PolicyValue value, ReadOnlySpan<PathStep> steps, PropertyEdit edit, bool isRoot)
    {
        if (steps[0].IsEach) return steps.Length == 1 ? edit.Change(value, true) : EditedMembers(value, steps[1..], edit);
        if (value is not ObjectValue item) return null;
        var name = steps[0].Text;
        var current = item[name];
        if (steps.Length == 1) return With(item, name, edit.Change(current, false));
        if (IsMissing(current) && isRoot && IsCreated(name)) current = PolicyValueReader.Object();
        return Edited(current, steps[1..], edit, isRoot: false) switch
        {
            null => null,
            var changed when ReferenceEquals(changed, current) => item,
            var changed => With(item, name, changed),
        };
    }

    private static ArrayValue? EditedMembers(PolicyValue value, ReadOnlySpan<PathStep> rest, PropertyEdit edit)
    {
        if (value is not ArrayValue array) return null;
        var items = ImmutableArray.CreateBuilder<PolicyValue>(array.Items.Length);
        foreach (var item in array.Items) items.Add(Edited(item, rest, edit, isRoot: false) ?? item);
        return new ArrayValue(items.MoveToImmutable());
    }

    // These a request may leave out altogether; every other parent has to be there.
    private static bool IsCreated(string name) =>
        string.Equals(name, "tags", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "identity", StringComparison.OrdinalIgnoreCase);

    private static ObjectValue With(ObjectValue item, string name, PolicyValue value)
    {
        var index = IndexOf(item, name);
        if (value is UndefinedValue) return index < 0 ? item : new ObjectValue(item.Properties.RemoveAt(index));
        return new ObjectValue(index < 0
            ? item.Properties.Add(new(name, value))
            : item.Properties.SetItem(index, new(item.Properties[index].Key, value)));
    }

    private static int IndexOf(ObjectValue item, string name)
    {
        for (var i = 0; i < item.Properties.Length; i++)
        {
            if (string.Equals(item.Properties[i].Key, name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    private static ArrayValue Added(PolicyValue current, PolicyValue value) =>
        current is ArrayValue array ? new ArrayValue(array.Items.Add(value)) : new ArrayValue([value]);

    private static bool IsMissing(PolicyValue value) => value is UndefinedValue or NullValue;

    /// <summary>What becomes of a value; <c>isMembers</c> tells that the path ends with <c>[*]</c> and the value is the array.</summary>
    private sealed record PropertyEdit(Func<PolicyValue, bool, PolicyValue> Change);
}
