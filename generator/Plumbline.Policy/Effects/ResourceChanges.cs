using System.Collections.Immutable;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>A resource while policies change it, with a note of everything that they did and could not do.</summary>
internal sealed class ResourceChanges(ObjectValue resource, ModifyChecks checks)
{
    private readonly ResourceEditor editor = new(resource, checks.Fields);
    private readonly ImmutableArray<AppliedChange>.Builder changes = ImmutableArray.CreateBuilder<AppliedChange>();
    private readonly ImmutableArray<SkippedChange>.Builder skipped = ImmutableArray.CreateBuilder<SkippedChange>();
    private readonly ImmutableArray<EffectConflict>.Builder conflicts = ImmutableArray.CreateBuilder<EffectConflict>();

    /// <summary>Adds the fields of an append policy.</summary>
    public void Append(AssignmentRecord record)
    {
        ImmutableArray<PolicyValue> fields = record.Details is ArrayValue array ? array.Items : record.Details is { } single ? [single] : [];
        foreach (var step in fields.OfType<ObjectValue>().Select(ModifyStep.OfAppend))
        {
            if (checks.Skips(step) is { } reason) Skip(record, step.Field, reason);
            else Make(record, step);
        }
    }

    /// <summary>Makes the changes of a modify policy.</summary>
    public void Modify(ModifyPlan plan)
    {
        foreach (var step in plan.Steps) Make(plan.Record, step);
    }

    /// <summary>Notes a change that is not made.</summary>
    public void Skip(AssignmentRecord record, string field, string reason) => skipped.Add(new(record, field, reason));

    /// <summary>Notes a change that refuses the request.</summary>
    public void Refuse(AssignmentRecord record, string field, string reason) => conflicts.Add(new(record, field, reason));

    /// <summary>The path of a field; two names of one property have one path.</summary>
    public string PathOf(string field) => checks.Fields.ResolveOnce(field).Field?.Path.Format([]) ?? field;

    /// <summary>All of it.</summary>
    public EffectOutcome Outcome() => conflicts.Count > 0
        ? new(resource, [], skipped.ToImmutable(), conflicts.ToImmutable())
        : new(editor.Resource, changes.ToImmutable(), skipped.ToImmutable(), []);

    private void Make(AssignmentRecord record, ModifyStep step)
    {
        var remarks = editor.Remarks.Length;
        var before = ValueAt(step.Field);
        if (step.Operation == ModifyStep.AppendOperation) editor.Append(step.Field, step.Value);
        else editor.Apply(step.Operation, step.Field, step.Value);
        var after = ValueAt(step.Field);
        if (!Equals(before, after)) changes.Add(new(record, step.Operation, step.Field, PathOf(step.Field), before, after));
        if (editor.Remarks.Length == remarks) return;
        var remark = editor.Remarks[^1];
        if (step.Operation == ModifyStep.AppendOperation && before is not (UndefinedValue or NullValue)) Refuse(record, step.Field, remark);
        else Skip(record, step.Field, remark);
    }

    // Through an array there is not one value: the array itself stands for its members.
    private PolicyValue ValueAt(string field)
    {
        PolicyValue value = editor.Resource;
        if (checks.Fields.ResolveOnce(field).Field is not { } found) return UndefinedValue.Instance;
        foreach (var step in found.Path.Steps.TakeWhile(step => !step.IsEach)) value = step.Read(value);
        return value;
    }
}
