using System.Text;
using System.Text.Json;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Where conditions are evaluated: the resource that fields read, and the members of the counts around. Keeps what each path of the program leads to,
/// so that a resource is searched once for all definitions. Not for several threads; used again for the next resource.
/// </summary>
internal sealed class EvaluationFrame(EvaluationRun run) : IFunctionContext
{
    private CountMember[] members = new CountMember[4];
    private ResourceElement[] found = [];
    private int[] stamps = [];
    private int stamp;
    private EvaluationFrame? primary;

    public EvaluationRun Run => run;

    /// <summary>The resource.</summary>
    public ResourceElement Root { get; private set; }

    /// <summary>The resource under evaluation, also where a related one is looked at.</summary>
    public ResourceElement PrimaryRoot => primary?.Root ?? Root;

    /// <summary>How many counts are around what is being evaluated.</summary>
    public int Depth { get; private set; }

    /// <summary>How many times the value counts around what is being evaluated iterate, multiplied.</summary>
    public long ValueIterations { get; set; } = 1;

    public DateTimeOffset UtcNow => run.Context.UtcNow;

    /// <summary>Starts on a resource.</summary>
    /// <param name="resource">The resource that conditions read.</param>
    /// <param name="primaryFrame">For a related resource, the frame of the resource under evaluation.</param>
    public void Begin(ResourceDocument resource, EvaluationFrame? primaryFrame = null)
    {
        Root = resource.Root;
        primary = primaryFrame;
        Restart();
        stamp++;
    }

    /// <summary>Starts on another definition for the same resource.</summary>
    public void Restart()
    {
        Depth = 0;
        ValueIterations = 1;
    }

    /// <summary>The text of the resource's type in UTF-8; empty without one.</summary>
    public ReadOnlySpan<byte> TypeText
    {
        get
        {
            var type = ResourceIdentity.TypeOf(Root);
            if (type.TryGetPlainText(out var text)) return text;
            return type.ToValue() is TextValue { Value: var escaped } ? Encoding.UTF8.GetBytes(escaped) : default;
        }
    }

    public void Push(CountMember member)
    {
        if (Depth == members.Length) Array.Resize(ref members, Depth * 2);
        members[Depth++] = member;
    }

    public void Pop() => members[--Depth] = default;

    /// <summary>Where a field's path starts: at the innermost count whose members it reads, else at the resource.</summary>
    /// <param name="field">The field.</param>
    /// <param name="member">The count, from 0 for the outermost; -1 for the resource.</param>
    /// <returns>How many steps of the path are spared.</returns>
    public int StartOf(FieldReference field, out int member)
    {
        for (member = Depth - 1; member >= 0; member--)
        {
            if (members[member].Binds(field) is > 0 and var spared) return spared;
        }

        return 0;
    }

    public ref readonly CountMember MemberAt(int depth) => ref members[depth];

    /// <summary>The value of a field that runs through no array, read from the root of the resource.</summary>
    public EvaluatedValue ReadFromRoot(FieldReference field)
    {
        if (!field.IsOf(TypeText)) return default;
        foreach (var path in field.Paths)
        {
            var element = ReadFromRoot(path);
            if (element.Kind != JsonTokenType.None) return new(element);
        }

        return field.Kind switch
        {
            FieldKind.FullName => new(ResourceIdentity.FullName(Root)),
            FieldKind.ApiVersion when run.Context.RequestApiVersion is { } version => new(version),
            _ => default,
        };
    }

    /// <summary>The element at the end of a path up to its first <c>[*]</c>.</summary>
    public ResourceElement ReadFromRoot(FieldPath path)
    {
        if (path.Head is { } node) return Read(node);
        var steps = path.Steps.AsSpan();
        return MemberWalker.Read(Root, path.FirstEach < 0 ? steps : steps[..path.FirstEach]);
    }

    public PolicyValue Parameter(string name) => run.Parameters[name];

    public PolicyValue Field(string name) => FunctionFields.Field(this, primary ?? this, name);

    public PolicyValue Current(string? name) => FunctionFields.Current(this, name);

    public PolicyValue ContextObject(string function) => run.Context.Object(function) ?? new FailedValue($"{function}() has no value here");

    private ResourceElement Read(PathNode node)
    {
        if (node.Slot >= stamps.Length)
        {
            var size = Math.Max(run.Fields.Paths.Slots, node.Slot + 1);
            Array.Resize(ref stamps, size);
            Array.Resize(ref found, size);
        }

        if (stamps[node.Slot] == stamp) return found[node.Slot];
        var element = node.Step.Read(node.Parent is null ? Root : Read(node.Parent));
        stamps[node.Slot] = stamp;
        found[node.Slot] = element;
        return element;
    }
}
