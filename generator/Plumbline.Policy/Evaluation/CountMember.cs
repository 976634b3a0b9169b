using Plumbline.Policy.Aliases;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The current member of a count.</summary>
internal readonly struct CountMember
{
    private readonly FieldReference? counted;
    private readonly string? name;
    private readonly PolicyValue? value;
    private readonly ResourceElement element;

    /// <summary>A member of an array of the resource.</summary>
    public CountMember(FieldReference field, ResourceElement element, int[]? positions)
    {
        counted = field;
        this.element = element;
        Positions = positions;
    }

    /// <summary>A member of a value.</summary>
    public CountMember(string name, PolicyValue value)
    {
        this.name = name;
        this.value = value;
    }

    /// <summary>The member's positions in its arrays, for the explanation; null without one.</summary>
    public int[]? Positions { get; }

    /// <summary>How many steps of a counted path lead to its member.</summary>
    private int Length => counted is null ? 0 : counted.Path.LastEach + 1;

    public EvaluatedValue Value => value is null ? new(element) : new(value);

    /// <summary>How many steps of a field's path are spared because it reads this member; 0 when it does not.</summary>
    /// <remarks>Inside of a count the counted array without its <c>[*]</c> means the member all the same.</remarks>
    public int Binds(FieldReference other)
    {
        if (counted is null || !string.Equals(counted.ResourceType, other.ResourceType, StringComparison.OrdinalIgnoreCase)) return 0;
        var (own, steps) = (counted.Path, other.Path.Steps.Length);
        if (steps >= Length) return other.Path.StartsWith(own, Length) ? Length : 0;
        return steps == Length - 1 && other.Path.StartsWith(own, steps) ? steps : 0;
    }

    /// <summary>The element that the rest of a bound field's path starts from.</summary>
    public ResourceElement Element => element;

    /// <summary>What <c>current(name)</c> means here, or null when it means another count.</summary>
    public PolicyValue? Find(string wanted, FieldReference? wantedField)
    {
        if (name is not null && value is not null) return FindInValue(wanted, name, value);
        if (wantedField is null) return null;
        var bound = Binds(wantedField);
        if (bound == 0) return null;
        var steps = wantedField.Path.Steps;
        return wantedField.Path.LastEach >= bound ? MemberWalker.Collect(element, steps.AsSpan()[bound..]) : MemberWalker.Read(element, steps.AsSpan()[bound..]).ToValue();
    }

    private static PolicyValue? FindInValue(string wanted, string own, PolicyValue value)
    {
        if (string.Equals(wanted, own, StringComparison.OrdinalIgnoreCase)) return value;
        if (!wanted.StartsWith(own + ".", StringComparison.OrdinalIgnoreCase)) return null;
        var found = value;
        foreach (var step in AliasPath.Parse(wanted[(own.Length + 1)..]).Steps) found = new PathStep(step).Read(found);
        return found;
    }
}
