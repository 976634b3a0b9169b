using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Evaluates leaf conditions.</summary>
internal sealed class LeafEvaluator(EvaluationRun run, ConditionEvaluator conditions)
{
    private readonly CountEvaluator counts = new(run, conditions);

    /// <summary>The result with its explanation; null when the evaluation failed.</summary>
    public TraceNode? Evaluate(CompiledLeaf leaf, EvaluationScope scope)
    {
        var target = leaf.Operand.Evaluate(scope);

        // Azure: an operator value that evaluates to null makes the evaluation fail.
        if (leaf.Operand.IsExpression && target is NullValue) target = new FailedValue($"the operator value of '{leaf.Label}' evaluates to null");
        if (target is FailedValue failed) return Fail(failed);
        return leaf.Subject switch
        {
            CompiledField subject => EvaluateField(leaf, subject.Field, target, scope),
            CompiledDynamicField subject => EvaluateDynamicField(leaf, subject, target, scope),
            CompiledValue subject => EvaluateValue(leaf, subject, target, scope),
            CompiledFieldCount or CompiledValueCount => EvaluateCount(leaf, target, scope),
            _ => throw new ArgumentException($"Unknown subject '{leaf.Subject.GetType().Name}'.", nameof(leaf)),
        };
    }

    private TraceNode? EvaluateDynamicField(CompiledLeaf leaf, CompiledDynamicField subject, PolicyValue target, EvaluationScope scope)
    {
        var name = subject.Name.Evaluate(scope);
        if (name is FailedValue failed) return Fail(failed);
        if (name is not TextValue text) return Fail(new($"'{subject.Text}' does not evaluate to the name of a field"));
        var (field, problem) = run.Fields.Resolve(text.Value);
        return field is null ? Fail(new(problem ?? "the field is unknown")) : EvaluateField(leaf, field, target, scope);
    }

    private TraceNode EvaluateField(CompiledLeaf leaf, FieldReference field, PolicyValue target, EvaluationScope scope)
    {
        if (scope.HasOpenArray(field)) return EvaluateEach(leaf, field, target, scope);
        var found = scope.Read(field);

        // A missing field reads as null, except that 'exists' treats both alike anyway.
        var value = found.Value is UndefinedValue ? NullValue.Instance : found.Value;
        var holds = field.IsLocation
            ? OperatorTable.Holds(leaf.Operator, LocationName.Normalize(value), LocationName.Normalize(target))
            : OperatorTable.Holds(leaf.Operator, value, target);
        return Node(leaf, holds, found.PathOf(field.Path), found.Value, target);
    }

    // '[*]' outside of a count: every member has to satisfy the operator. The first that does not is the one shown.
    private TraceNode EvaluateEach(CompiledLeaf leaf, FieldReference field, PolicyValue target, EvaluationScope scope)
    {
        var members = scope.ReadEach(field, field.Path, nullForMissing: true);
        foreach (var member in members)
        {
            if (!OperatorTable.Holds(leaf.Operator, member.Value, target)) return Node(leaf, result: false, member.PathOf(field.Path), member.Value, target);
        }

        return members is [.., var last]
            ? Node(leaf, result: true, last.PathOf(field.Path), last.Value, target)
            : Node(leaf, result: true, new FieldValue(UndefinedValue.Instance, null).PathOf(field.Path), UndefinedValue.Instance, target);
    }

    private TraceNode? EvaluateValue(CompiledLeaf leaf, CompiledValue subject, PolicyValue target, EvaluationScope scope)
    {
        var value = subject.Value.Evaluate(scope);
        if (value is FailedValue failed) return Fail(failed);
        var read = value is NullValue && OperatorTable.ReadsNullAsEmpty(leaf.Operator) ? new TextValue("") : value;
        return Node(leaf, OperatorTable.Holds(leaf.Operator, read, target), subject.Text, value, target);
    }

    private TraceNode? EvaluateCount(CompiledLeaf leaf, PolicyValue target, EvaluationScope scope)
    {
        if (counts.Count(leaf.Subject, scope) is not { } counted) return null;
        var value = new IntegerValue(counted.Total);
        return Node(leaf, OperatorTable.Holds(leaf.Operator, value, target), counted.Path, value, target) with { Children = counted.Members };
    }

    private TraceNode? Fail(FailedValue failed)
    {
        run.Fail(failed.Reason);
        return null;
    }

    private TraceNode Node(CompiledLeaf leaf, bool result, string path, PolicyValue value, PolicyValue target)
    {
        var expression = new EvaluatedExpression(result, leaf.Subject.Text, leaf.Subject.Kind, path, value, target, leaf.Operator);
        run.Record(expression);
        return new TraceNode(leaf.Source, leaf.Label, result, Decisive: true, expression, []);
    }
}
