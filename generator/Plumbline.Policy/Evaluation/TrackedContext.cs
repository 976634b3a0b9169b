using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>What expressions read, with a note of what is not known yet among it.</summary>
/// <param name="frame">What they read.</param>
/// <param name="isPatch">Whether the resource is a change of one that exists, so that what is missing is not known.</param>
internal sealed class TrackedContext(EvaluationFrame frame, bool isPatch) : IFunctionContext
{
    /// <summary>The first expression that was read in place of a value; null while all is known.</summary>
    public string? Unresolved { get; private set; }

    public DateTimeOffset UtcNow => frame.UtcNow;

    public PolicyValue Parameter(string name) => frame.Parameter(name);

    public PolicyValue ContextObject(string function) => frame.ContextObject(function);

    public PolicyValue Field(string name)
    {
        var value = frame.Field(name);
        Note(UnresolvedElements.FirstIn(value) ?? (isPatch && value is NullValue or ArrayValue { Items.IsEmpty: true } ? UnresolvedElements.LeftAsItIs : null));
        if (frame.Run.Fields.ResolveOnce(name).Field is { } field) Note(UnresolvedElements.OnTheWay(frame.PrimaryRoot, field.Path.Steps.AsSpan()));
        return value;
    }

    // A member that is known in part may lack what is asked for because of the part that is not known.
    public PolicyValue Current(string? name)
    {
        var value = frame.Current(name);
        Note(UnresolvedElements.FirstIn(value));
        for (var depth = 0; value is NullValue && depth < frame.Depth; depth++) Note(UnresolvedElements.FirstIn(frame.MemberAt(depth).Value.ToValue()));
        return value;
    }

    private void Note(string? expression) => Unresolved ??= expression;
}
