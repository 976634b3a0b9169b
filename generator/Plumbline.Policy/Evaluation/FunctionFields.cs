using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>What the functions <c>field()</c> and <c>current()</c> answer.</summary>
internal static class FunctionFields
{
    /// <summary>Always of the primary resource, except for the member of a count.</summary>
    public static PolicyValue Field(EvaluationFrame frame, EvaluationFrame primary, string name)
    {
        var (field, problem) = frame.Run.Fields.ResolveOnce(name);
        if (field is null) return new FailedValue(problem ?? "the field is unknown");
        if (field.Path.FirstEach < 0) return NullIfMissing(primary.ReadFromRoot(field).ToValue());
        var spared = frame.StartOf(field, out var member);
        var steps = field.Path.Steps.AsSpan();
        if (member < 0)
        {
            return field.IsOf(primary.TypeText)
                ? MemberWalker.Collect(primary.ReadFromRoot(field.Path), steps[field.Path.FirstEach..])
                : new ArrayValue([]);
        }

        var element = frame.MemberAt(member).Element;
        return field.Path.LastEach < spared
            ? new ArrayValue([NullIfMissing(MemberWalker.Read(element, steps[spared..]).ToValue())])
            : MemberWalker.Collect(element, steps[spared..]);
    }

    /// <summary>The member of the count that the name means; without a name that of the only count.</summary>
    public static PolicyValue Current(EvaluationFrame frame, string? name)
    {
        if (name is null)
        {
            return frame.Depth switch
            {
                0 => new FailedValue("current() stands outside of a count"),
                1 => NullIfMissing(frame.MemberAt(0).Value.ToValue()),
                _ => new FailedValue("current() without a name stands in nested counts"),
            };
        }

        var (field, _) = frame.Run.Fields.ResolveOnce(name);
        for (var depth = frame.Depth - 1; depth >= 0; depth--)
        {
            if (frame.MemberAt(depth).Find(name, field) is { } value) return NullIfMissing(value);
        }

        return new FailedValue($"current('{name}') names no count around it");
    }

    private static PolicyValue NullIfMissing(PolicyValue value) => value is UndefinedValue ? NullValue.Instance : value;
}
