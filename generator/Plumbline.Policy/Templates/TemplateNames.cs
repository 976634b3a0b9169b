using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>The parameters, variables and functions of one template. Values are evaluated when they are first read, and once.</summary>
/// <param name="template">The template.</param>
/// <param name="given">The values that the deployment gives, by parameter without regard to case.</param>
internal sealed class TemplateNames(ObjectValue template, ImmutableDictionary<string, ParameterInput> given)
{
    private readonly Dictionary<string, (PolicyValue Value, bool IsSecret)> variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (BoundParameter? Bound, FailedValue? Failure)> parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> evaluating = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The declarations, by name.</summary>
    public ObjectValue Declarations { get; } = template["parameters"] as ObjectValue ?? new ObjectValue([]);

    /// <summary>The types that the template defines.</summary>
    public ObjectValue Definitions { get; } = template["definitions"] as ObjectValue ?? new ObjectValue([]);

    /// <summary>What <c>deployment().properties.template</c> answers.</summary>
    public ObjectValue Outline { get; } = PolicyValueReader.Object(("$schema", Known(template["$schema"])), ("contentVersion", Known(template["contentVersion"])));

    /// <summary>Whether resources have symbolic names.</summary>
    public bool IsSymbolic { get; } = template["resources"] is ObjectValue;

    /// <summary>The value of a parameter; notes when it is secure.</summary>
    public PolicyValue Parameter(string name, TemplateFrame frame)
    {
        var (bound, failure) = Bind(name, frame);
        if (bound is null) return failure ?? TemplateFailures.ParameterNotFound(name);
        if (bound.IsSecure) frame.Trace.NoteSecret();
        return bound.UnknownText is null ? bound.Value : TemplateFailures.Unknown();
    }

    /// <summary>The parameter with its value, or why it has none; both null when it is not declared.</summary>
    public (BoundParameter? Bound, FailedValue? Failure) Bind(string name, TemplateFrame frame)
    {
        if (parameters.TryGetValue(name, out var known)) return known;
        var declared = Declarations.Properties.FirstOrDefault(property => ResourceIds.Is(property.Key, name));
        if (declared.Key is null) return (null, null);
        if (!evaluating.Add("parameter " + name)) return (null, TemplateFailures.Circular("parameter", name));
        var binder = new ParameterBinder(this, frame);
        var bound = frame.Trace.Deeper(() => binder.Bind(declared.Key, declared.Value as ObjectValue ?? new ObjectValue([]), given.GetValueOrDefault(declared.Key)));
        evaluating.Remove("parameter " + name);
        return parameters[name] = (bound?.Bound, bound is null ? TemplateFailures.TooDeep() : bound.Failure);
    }

    /// <summary>The value of a variable.</summary>
    public PolicyValue Variable(string name, TemplateFrame frame)
    {
        if (!variables.TryGetValue(name, out var known))
        {
            if (Declaration(name) is not { } read) return TemplateFailures.VariableNotFound(name);
            if (!evaluating.Add("variable " + name)) return TemplateFailures.Circular("variable", name);
            var inside = new TemplateFrame(this, frame.Place, frame.Facts, frame.World, TemplateStage.Header, frame.Trace) { Masks = false };
            known = frame.Trace.Watch(() => frame.Trace.Deeper(() => read(inside)) ?? TemplateFailures.TooDeep());
            evaluating.Remove("variable " + name);
            variables[name] = known;
        }

        if (known.IsSecret) frame.Trace.NoteSecret();
        return known.Value;
    }

    /// <summary>A function that the template defines, by its name with the namespace; null when there is none.</summary>
    public TemplateFunction? Function(string name) => UserFunctions.Find(template["functions"], name);

    private static PolicyValue Known(PolicyValue value) => value is UndefinedValue ? NullValue.Instance : value;

    private Func<TemplateFrame, PolicyValue>? Declaration(string name)
    {
        if (template["variables"] is not ObjectValue declared) return null;
        if (!ResourceIds.Is(name, "copy") && declared[name] is var value and not UndefinedValue) return frame => TemplateEvaluator.Evaluate(value, frame);
        var loops = (declared["copy"] as ArrayValue)?.Items.OfType<ObjectValue>() ?? [];
        return loops.FirstOrDefault(loop => loop["name"] is TextValue text && ResourceIds.Is(text.Value, name)) is { } found
            ? frame => CopyLoop.Property(found, frame)
            : null;
    }
}
