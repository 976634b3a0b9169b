using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Compiles conditions once for all resources. Problems are collected: a definition with any is not evaluated.</summary>
/// <param name="fields">Where fields are looked up.</param>
/// <param name="problems">Receives the problems.</param>
/// <param name="constants">What constant expressions are evaluated with at once, or null when the parameters are not known yet.</param>
internal sealed class ConditionCompiler(FieldResolver fields, List<CompilationProblem> problems, IFunctionContext? constants)
{
    /// <summary>The name that an unnamed value count has.</summary>
    public const string UnnamedCount = "default";

    // Azure's limit of nested conditionals in a rule.
    private const int MaximumNesting = 512;

    private static readonly CompiledField NoField = new(new FieldReference("", null, [new FieldPath(new AliasPath([]), null)]));

    // The counts around the condition: the name of a value count, or the field of a field count.
    private ImmutableStack<(string? Name, FieldReference? Field)> counts = [];
    private int nesting;
    private SourceLocation? place;

    /// <summary>Where the expressions of the rule are compiled.</summary>
    public ExpressionSite Site => field ??= new ExpressionSite(Report, constants, fields, IsCountAround);

    public CompiledCondition Compile(Condition condition)
    {
        if (nesting == MaximumNesting)
        {
            Report($"conditions are nested deeper than {MaximumNesting} levels, the limit of Azure Policy");
            return new CompiledJunction(condition, isAll: true, []);
        }

        nesting++;
        At(condition.Location);
        CompiledCondition compiled = condition switch
        {
            AllOfCondition node => new CompiledJunction(node, isAll: true, [.. node.Operands.Select(Compile)]),
            AnyOfCondition node => new CompiledJunction(node, isAll: false, [.. node.Operands.Select(Compile)]),
            NotCondition node => new CompiledNot(node, Compile(node.Operand)),
            LeafCondition node => new CompiledLeaf(node, Compile(node.Subject), OperandTemplate.Compile(node.Operand.Literal, Site)),
            _ => throw new ArgumentException($"Unknown condition '{condition.GetType().Name}'.", nameof(condition)),
        };
        nesting--;
        return compiled;
    }

    /// <summary>Says where what is compiled next stands.</summary>
    public void At(SourceLocation? location) => place = location;

    private void Report(string problem) => problems.Add(new(problem, place));

    private CompiledSubject Compile(Subject subject) => subject switch
    {
        FieldSubject node => CompileField(node.Field),
        ValueSubject node => new CompiledValue(() => ConditionText.Of(node.Value), OperandTemplate.Compile(node.Value.Literal, Site)),
        FieldCountSubject node => CompileCount(node),
        ValueCountSubject node => new CompiledValueCount(
            () => ConditionText.Of(node.Value),
            OperandTemplate.Compile(node.Value.Literal, Site),
            node.Name ?? UnnamedCount,
            node.Where is null ? null : CompileWhere(node.Where, (node.Name ?? UnnamedCount, null))),
        _ => throw new ArgumentException($"Unknown subject '{subject.GetType().Name}'.", nameof(subject)),
    };

    private CompiledSubject CompileField(string name)
    {
        if (counts.Any(count => string.Equals(count.Name, name, StringComparison.OrdinalIgnoreCase))) return CurrentMember(name);
        if (!TemplateText.IsExpression(name)) return Resolve(TemplateText.Unescape(name)) is { } field ? new CompiledField(field) : NoField;
        var template = OperandTemplate.Compile(new TextValue(name), Site);
        return template.Constant is TextValue known && Resolve(known.Value) is { } constant ? new CompiledField(constant) : new CompiledDynamicField(name, template);
    }

    private CompiledValue CurrentMember(string name) =>
        new(() => name, OperandTemplate.Compile(new TextValue($"[current('{name.Replace("'", "''", StringComparison.Ordinal)}')]"), Site));

    private CompiledSubject CompileCount(FieldCountSubject count)
    {
        var counted = Resolve(count.Field);
        var where = count.Where is null ? null : CompileWhere(count.Where, (null, counted));
        if (counted is null) return NoField;
        if (counted.Path.LastEach <= 0) Report($"'count' over '{count.Field}' counts nothing: the field has no '[*]'");
        return new CompiledFieldCount(counted, where);
    }

    private CompiledCondition CompileWhere(Condition where, (string? Name, FieldReference? Field) count)
    {
        var outer = counts;
        counts = counts.Push(count);
        var compiled = Compile(where);
        counts = outer;
        return compiled;
    }

    // A count that could not be compiled has been reported already.
    private bool IsCountAround(string name, FieldReference? reference) => counts.IsEmpty || counts.Any(count => count switch
    {
        (null, null) => true,
        ({ } own, _) => string.Equals(name, own, StringComparison.OrdinalIgnoreCase) || name.StartsWith(own + ".", StringComparison.OrdinalIgnoreCase),
        (_, { } counted) => reference is not null && new CountMember(counted, default, null).Binds(reference) > 0,
    });

    private FieldReference? Resolve(string name)
    {
        var (field, problem) = fields.Resolve(name);
        if (problem is not null) Report(problem);
        return field;
    }
}
