using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>What the expressions of a template see: parameters and variables, the loops around them, the place, and the world of resources.</summary>
internal sealed record TemplateFrame(
    TemplateNames Names, DeploymentPlace Place, DeploymentFacts Facts, IDeploymentWorld World, TemplateStage Stage, EvaluationTrace Trace) : IFunctionContext
{
    private static readonly ImmutableDictionary<string, long> NoLoops = ImmutableDictionary.Create<string, long>(StringComparer.OrdinalIgnoreCase);
    private static readonly ImmutableDictionary<string, PolicyValue> NoLocals = ImmutableDictionary.Create<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The index of each loop around the expression.</summary>
    public ImmutableDictionary<string, long> Loops { get; init; } = NoLoops;

    /// <summary>The loop that <c>copyIndex()</c> without a name means; null outside of one.</summary>
    public string? Loop { get; init; }

    /// <summary>The variables of the lambdas around the expression, or the parameters of the function whose body it is.</summary>
    public ImmutableDictionary<string, PolicyValue> Locals { get; init; } = NoLocals;

    /// <summary>The ids of the template's own resources.</summary>
    public ResourceNames Resources { get; init; } = ResourceNames.None;

    /// <summary>Whether texts made of secure values are replaced by asterisks.</summary>
    public bool Masks { get; init; } = true;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => Facts.Now;

    /// <summary>Inside one more loop.</summary>
    public TemplateFrame In(string loop, long index, bool isInnermost) =>
        this with { Loops = Loops.SetItem(loop, index), Loop = isInnermost ? loop : Loop };

    /// <summary>The same with the locals of a call; none of those outside are seen.</summary>
    public TemplateFrame Called(IEnumerable<KeyValuePair<string, PolicyValue>> arguments) =>
        this with { Stage = TemplateStage.Function, Locals = NoLocals.SetItems(arguments), Loops = NoLoops, Loop = null };

    /// <inheritdoc/>
    public PolicyValue Parameter(string name) => Stage == TemplateStage.Function
        ? Locals.GetValueOrDefault(name) ?? TemplateFailures.ParameterNotFound(name)
        : Names.Parameter(name, this);

    /// <inheritdoc/>
    public PolicyValue Field(string name) => TemplateFailures.NotAFunction("field");

    /// <inheritdoc/>
    public PolicyValue Current(string? name) => TemplateFailures.NotAFunction("current");

    /// <inheritdoc/>
    public PolicyValue ContextObject(string function) => TemplateFailures.NotAFunction(function);

    /// <inheritdoc/>
    public TemplateFunction? Function(string name) =>
        TemplateFunctions.IsAllowed(name, Stage) ? TemplateFunctions.Find(name) ?? Names.Function(name) : null;

    /// <inheritdoc/>
    public FailedValue Undefined(string name) =>
        TemplateFunctions.Find(name) is null ? TemplateFailures.NotAFunction(name) : TemplateFailures.NotHere(name);

    /// <inheritdoc/>
    public PolicyValue? AbsentMember(CallExpression origin)
    {
        if (!ReferenceFunctions.IsReference(origin.Name) || origin.Arguments.IsEmpty) return null;
        var target = ExpressionEvaluator.Evaluate(origin.Arguments[0], this);
        var isComputed = target is TextValue text && Resources.Resolve(text.Value, Place) is { } id && !ReferenceFunctions.IsWhole(id);
        return isComputed ? TemplateFailures.Unknown() : null;
    }
}
