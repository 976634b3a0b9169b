using Plumbline.Policy.Aliases;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Where a condition is evaluated: the resource its fields read, and the members of the counts around it.</summary>
internal sealed class EvaluationScope : IFunctionContext
{
    private readonly EvaluationRun run;
    private readonly EvaluationScope? outer;
    private readonly ObjectValue resource;

    /// <summary>The scope of a whole condition on a resource.</summary>
    public EvaluationScope(EvaluationRun run, ObjectValue resource)
    {
        this.run = run;
        this.resource = resource;
    }

    private EvaluationScope(EvaluationScope outer)
        : this(outer.run, outer.resource) => this.outer = outer;

    public DateTimeOffset UtcNow => run.Input.Context.UtcNow;

    /// <summary>The count whose member this scope holds; null outside of counts.</summary>
    private CountedMember? Member { get; init; }

    /// <summary>The scope of one member of a count.</summary>
    public EvaluationScope Inside(CountedMember member) => new(this) { Member = member };

    public PolicyValue Parameter(string name) => run.Parameters[name];

    /// <summary>The value of a field, which may run through no array that is not bound by a count.</summary>
    public FieldValue Read(FieldReference field)
    {
        var (start, index, read) = StartOf(field, resource);
        if (read > 0 || !IsOf(field, resource)) return new(PathReader.Read(start, field.Path.Steps.AsSpan()[read..]), index);
        foreach (var path in field.Paths)
        {
            if (PathReader.Read(resource, path.Steps.AsSpan()) is var value && value is not UndefinedValue) return new(value, null);
        }

        return new(Missing(field), null);
    }

    /// <summary>Whether a field runs through an array that no count around it binds.</summary>
    public bool HasOpenArray(FieldReference field) =>
        field.Path.ArrayLevels > 0 && field.Path.Steps.AsSpan()[StartOf(field, resource).Read..].Contains(AliasPath.EachMember);

    /// <summary>The values of a field that runs through arrays.</summary>
    public List<FieldValue> ReadEach(FieldReference field, AliasPath path, bool nullForMissing)
    {
        var found = new List<FieldValue>();
        var (start, index, read) = StartOf(field, resource);
        PathReader.ReadEach(start, path.Steps.AsSpan()[read..], index, nullForMissing, found);
        return found;
    }

    /// <summary>What <c>field()</c> answers: always of the primary resource, except for the member of a count.</summary>
    public PolicyValue Field(string name)
    {
        var (field, problem) = run.Fields.Resolve(name);
        if (field is null) return new FailedValue(problem ?? "the field is unknown");
        var root = new EvaluationScope(run, run.Input.Resource);
        if (field.Path.ArrayLevels == 0) return NullIfMissing(root.Read(field).Value);
        var (start, index, read) = StartOf(field, run.Input.Resource);
        var rest = field.Path.Steps.AsSpan()[read..];
        if (read > 0 && !rest.Contains(AliasPath.EachMember)) return new ArrayValue([NullIfMissing(PathReader.Read(start, rest))]);
        var found = new List<FieldValue>();
        PathReader.ReadEach(start, rest, index, nullForMissing: false, found);
        return new ArrayValue([.. found.Select(item => item.Value).Where(value => value is not UndefinedValue)]);
    }

    public PolicyValue Current(string? name)
    {
        if (name is null)
        {
            if (Member is null) return new FailedValue("current() stands outside of a count");
            return outer?.Member is null ? NullIfMissing(Member.Value) : new FailedValue("current() without a name stands in nested counts");
        }

        var (field, _) = run.Fields.Resolve(name);
        for (var scope = this; scope?.Member is { } member; scope = scope.outer)
        {
            if (member.Find(name, field) is { } value) return NullIfMissing(value);
        }

        return new FailedValue($"current('{name}') names no count around it");
    }

    public PolicyValue ContextObject(string function) => function switch
    {
        "subscription" => run.Input.Context.Subscription,
        "resourceGroup" => run.Input.Context.ResourceGroup,
        "policy" => run.Input.Context.Policy,
        "requestContext" => run.Input.Context.ApiVersion is { } version ? PolicyValueReader.Object(("apiVersion", new TextValue(version))) : PolicyValueReader.Object(),
        _ => null,
    }
    ?? (PolicyValue)new FailedValue($"{function}() has no value here");

    private static PolicyValue NullIfMissing(PolicyValue value) => value is UndefinedValue ? NullValue.Instance : value;

    // The innermost count whose members the field reads, else the resource; and how many steps of the path that saves.
    private (PolicyValue Start, ArrayIndex? Index, int Read) StartOf(FieldReference field, ObjectValue root)
    {
        for (var scope = this; scope?.Member is { } member; scope = scope.outer)
        {
            if (member.Binds(field)) return (member.Value, member.Index, member.Steps.Length);
            if (member.IsArrayOf(field)) return (member.Value, member.Index, field.Path.Steps.Length);
        }

        return (IsOf(field, root) ? root : UndefinedValue.Instance, null, 0);
    }

    // An alias of another resource type has no value here.
    private static bool IsOf(FieldReference field, ObjectValue root) =>
        field.ResourceType is null || root["type"] is not TextValue type || string.Equals(type.Value, field.ResourceType, StringComparison.OrdinalIgnoreCase);

    private PolicyValue Missing(FieldReference field) => field.Name.ToUpperInvariant() switch
    {
        "FULLNAME" => ResourceIdentity.FullName(resource),
        "APIVERSION" when run.Input.Context.ApiVersion is { } version => new TextValue(version),
        _ => UndefinedValue.Instance,
    };
}
