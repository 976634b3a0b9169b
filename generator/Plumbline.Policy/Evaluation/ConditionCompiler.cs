using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Compiles conditions once for all resources. Problems are collected: a definition with any is not evaluated.</summary>
internal sealed class ConditionCompiler(FieldResolver fields, List<string> problems)
{
    /// <summary>The name that an unnamed value count has.</summary>
    public const string UnnamedCount = "default";

    // Azure's limit of nested conditionals in a rule.
    private const int MaximumNesting = 512;

    private static readonly CompiledField NoField = new("", new FieldReference("", null, [new AliasPath([])]));

    // The names of the value counts around the condition.
    private ImmutableStack<string> names = [];
    private int nesting;

    public CompiledCondition Compile(Condition condition)
    {
        if (nesting == MaximumNesting)
        {
            Report($"conditions are nested deeper than {MaximumNesting} levels, the limit of Azure Policy");
            return new CompiledJunction(condition, "allOf", IsAll: true, []);
        }

        nesting++;
        CompiledCondition compiled = condition switch
        {
            AllOfCondition node => new CompiledJunction(node, "allOf", IsAll: true, [.. node.Operands.Select(Compile)]),
            AnyOfCondition node => new CompiledJunction(node, "anyOf", IsAll: false, [.. node.Operands.Select(Compile)]),
            NotCondition node => new CompiledNot(node, "not", Compile(node.Operand)),
            LeafCondition node => new CompiledLeaf(node, ConditionText.Of(node), Compile(node.Subject), node.Operator, OperandTemplate.Compile(node.Operand.Literal, Report)),
            _ => throw new ArgumentException($"Unknown condition '{condition.GetType().Name}'.", nameof(condition)),
        };
        nesting--;
        return compiled;
    }

    private void Report(string problem) => problems.Add(problem);

    private CompiledSubject Compile(Subject subject) => subject switch
    {
        FieldSubject node => CompileField(node.Field),
        ValueSubject node => new CompiledValue(ConditionText.Of(node.Value), OperandTemplate.Compile(node.Value.Literal, Report)),
        FieldCountSubject node => CompileCount(node),
        ValueCountSubject node => new CompiledValueCount(
            ConditionText.Of(node.Value),
            OperandTemplate.Compile(node.Value.Literal, Report),
            node.Name ?? UnnamedCount,
            node.Where is null ? null : CompileWhere(node.Where, node.Name ?? UnnamedCount)),
        _ => throw new ArgumentException($"Unknown subject '{subject.GetType().Name}'.", nameof(subject)),
    };

    private CompiledSubject CompileField(string name)
    {
        if (TemplateText.IsExpression(name)) return new CompiledDynamicField(name, OperandTemplate.Compile(new TextValue(name), Report));
        if (names.Contains(name)) return new CompiledValue(name, OperandTemplate.Compile(new TextValue($"[current('{name.Replace("'", "''", StringComparison.Ordinal)}')]"), Report));
        return Resolve(TemplateText.Unescape(name)) is { } field ? new CompiledField(name, field) : NoField;
    }

    private CompiledSubject CompileCount(FieldCountSubject count)
    {
        var where = count.Where is null ? null : Compile(count.Where);
        if (Resolve(count.Field) is not { } field) return NoField;
        var last = field.Path.Steps.LastIndexOf(AliasPath.EachMember);
        if (last <= 0) Report($"'count' over '{count.Field}' counts nothing: the field has no '[*]'");
        return new CompiledFieldCount(count.Field, field, new AliasPath(field.Path.Steps[..(last + 1)]), where);
    }

    private CompiledCondition CompileWhere(Condition where, string name)
    {
        var outer = names;
        names = names.Push(name);
        var compiled = Compile(where);
        names = outer;
        return compiled;
    }

    private FieldReference? Resolve(string name)
    {
        var (field, problem) = fields.Resolve(name);
        if (problem is not null) Report(problem);
        return field;
    }

}
