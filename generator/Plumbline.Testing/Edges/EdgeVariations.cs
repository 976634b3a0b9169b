using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>Varies one property at a time.</summary>
/// <param name="subject">The definition.</param>
/// <param name="start">What the variations start from.</param>
/// <param name="other">A resource with the opposite verdict, or null: its array members are added to those of the start.</param>
internal sealed class EdgeVariations(EdgeSubject subject, EdgeBase start, EdgeBase? other)
{
    /// <summary>How a missing property is told.</summary>
    public const string Missing = "missing";

    private const int MaximumDeciding = 3;

    private readonly ImmutableArray<EdgeRow>.Builder rows = ImmutableArray.CreateBuilder<EdgeRow>();

    /// <summary>All rows.</summary>
    public ImmutableArray<EdgeRow> Rows()
    {
        foreach (var reading in subject.Readings) OfProperty(reading);
        OfParents();
        if (start.Related is not null) Add("the related resource", Missing, "", start with { Related = null });
        return rows.DrainToImmutable();
    }

    private void OfProperty(PropertyReading reading)
    {
        var root = reading.IsRelated ? start.Related : start.Resource;
        if (root is null) return;
        var present = SchemaEdit.Get(root, reading.Steps.AsSpan());
        var valid = EdgeValues.Valid(reading);
        var odd = EdgeValues.Odd(reading, present is TextValue ? present : valid[0]);
        var tried = new HashSet<PolicyValue> { present };
        foreach (var (kind, value) in odd.Concat(valid.Select(value => ("", value))))
        {
            if (tried.Add(value)) Add(Label(reading), Text(value), kind, subject.With(start, reading, reading.Steps, value));
        }

        if (present is ArrayValue array) OfMembers(reading, array);
    }

    private void OfMembers(PropertyReading reading, ArrayValue array)
    {
        var otherRoot = reading.IsRelated ? other?.Related : other?.Resource;
        var member = reading.Value.Find(SchemaProperty.EachMember)?.Value.Kinds.HasFlag(ValueKinds.Object) != false ? (PolicyValue)new ObjectValue([]) : new TextValue("");
        var added = otherRoot is not null && SchemaEdit.Get(otherRoot, reading.Steps.AsSpan()) is ArrayValue { Items: [var first, ..] } && !array.Items.Contains(first) ? [member, first] : new[] { member };
        foreach (var item in added.Distinct()) Add(Label(reading), $"one more: {Text(item)}", "extra member", subject.With(start, reading, reading.Steps, new ArrayValue(array.Items.Add(item))));
    }

    private void OfParents()
    {
        var read = subject.Readings.Select(reading => (reading.IsRelated, reading.Path)).ToHashSet();
        foreach (var (reading, steps) in subject.Readings.SelectMany(reading => ParentsOf(reading).Select(steps => (reading, steps))).DistinctBy(parent => (parent.reading.IsRelated, PathOf(parent.steps))))
        {
            if (read.Contains((reading.IsRelated, PathOf(steps)))) continue;
            Add(Label(reading.IsRelated, PathOf(steps)), Missing, "parent", subject.With(start, reading, steps, UndefinedValue.Instance));
            Add(Label(reading.IsRelated, PathOf(steps)), "null", "parent", subject.With(start, reading, steps, NullValue.Instance));
        }
    }

    private static IEnumerable<ImmutableArray<string>> ParentsOf(PropertyReading reading) => Enumerable.Range(1, Math.Max(reading.Steps.Length - 1, 0))
        .Select(length => reading.Steps[..length])
        .Where(steps => steps.Length < reading.Steps.Length && steps[^1] != SchemaProperty.EachMember && steps is not ["properties"]);

    private static string PathOf(ImmutableArray<string> steps) => string.Join('.', steps).Replace(".[*]", "[*]", StringComparison.Ordinal);

    private static string Label(PropertyReading reading) => Label(reading.IsRelated, reading.Path);

    private static string Label(bool isRelated, string path) => isRelated ? $"related: {path}" : path;

    private static string Text(PolicyValue value) => value is UndefinedValue ? Missing : PolicyValueWriter.ToCompactJson(value);

    private void Add(string property, string variation, string kind, EdgeBase varied)
    {
        var result = subject.Evaluate(varied);
        rows.Add(new EdgeRow(property, variation, kind, result.Status, result.Error ?? Deciding(result)));
    }

    private static string Deciding(EvaluationResult result)
    {
        var all = DecidingCondition.Of(result).Select(item => Deciding(item.Expression)).Distinct(StringComparer.Ordinal).ToList();
        var more = all.Count > MaximumDeciding ? $"; and {all.Count - MaximumDeciding} more" : "";
        return string.Join("; ", all.Take(MaximumDeciding)) + more;
    }

    private static string Deciding(EvaluatedExpression expression)
    {
        var text = $"{DecidingCondition.Subject(expression)} {OperatorNames.Name(expression.Operator)} {DecidingCondition.Text(expression.TargetValue)}";
        return $"{text}: {(expression.Result ? "yes" : "no")}";
    }
}
