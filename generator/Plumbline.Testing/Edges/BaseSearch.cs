using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>Finds a resource with a wanted verdict: the first one that differs little from a resource with a usual value at each property that the rule reads.</summary>
internal sealed class BaseSearch
{
    private const int MaximumCandidates = 20_000;

    private readonly EdgeSubject subject;
    private readonly bool withSecondMembers;
    private readonly ImmutableArray<ImmutableArray<PolicyValue>> values;
    private readonly ImmutableArray<(PropertyReading Reading, ImmutableArray<string> Steps)> places;

    private BaseSearch(EdgeSubject subject, bool withSecondMembers)
    {
        this.subject = subject;
        this.withSecondMembers = withSecondMembers;
        places = [.. subject.Readings.SelectMany(PlacesOf).OrderBy(place => place.Steps.Length)];
        values = [.. places.Select(place => EdgeValues.Valid(place.Reading).Add(UndefinedValue.Instance))];
    }

    /// <summary>Such a resource, or null; a second member of arrays is tried when one is not enough.</summary>
    public static EdgeBase? Find(EdgeSubject subject, Func<EvaluationStatus, bool> wanted) =>
        new BaseSearch(subject, withSecondMembers: false).Find(wanted) ?? new BaseSearch(subject, withSecondMembers: true).Find(wanted);

    private IEnumerable<(PropertyReading Reading, ImmutableArray<string> Steps)> PlacesOf(PropertyReading reading)
    {
        yield return (reading, reading.Steps);
        if (withSecondMembers && reading.Steps.Contains(SchemaProperty.EachMember)) yield return (reading, SchemaEdit.Second(reading.Steps));
    }

    private EdgeBase? Find(Func<EvaluationStatus, bool> wanted)
    {
        foreach (var choice in Choices())
        {
            var candidate = Build(choice);
            if (wanted(subject.Evaluate(candidate).Status)) return candidate;
        }

        return null;
    }

    // Few differences first; then everything, when that is not too much.
    private IEnumerable<int[]> Choices()
    {
        var usual = new int[places.Length];
        var all = values.Aggregate(1L, (product, list) => Math.Min(product * list.Length, MaximumCandidates + 1));
        var few = Differing(usual, 0, 2).Prepend(usual).Take(MaximumCandidates);
        return all > MaximumCandidates ? few : few.Concat(Product((int)all));
    }

    private IEnumerable<int[]> Differing(int[] start, int from, int left)
    {
        for (var at = from; at < places.Length && left > 0; at++)
        {
            for (var value = 1; value < values[at].Length; value++)
            {
                int[] changed = [.. start];
                changed[at] = value;
                yield return changed;
                foreach (var further in Differing(changed, at + 1, left - 1)) yield return further;
            }
        }
    }

    private IEnumerable<int[]> Product(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var (choice, rest) = (new int[places.Length], number);
            for (var at = 0; at < choice.Length; at++)
            {
                choice[at] = rest % values[at].Length;
                rest /= values[at].Length;
            }

            yield return choice;
        }
    }

    // Shorter paths first: what is below a property that is left out, or in an array that is empty, is left out too.
    private EdgeBase Build(int[] choice)
    {
        var built = subject.Smallest();
        var closed = new List<(bool IsRelated, string Path)>();
        for (var at = 0; at < choice.Length; at++)
        {
            var ((reading, steps), value) = (places[at], values[at][choice[at]]);
            if (closed.Exists(item => item.IsRelated == reading.IsRelated && IsBelow(reading.Path, item.Path))) continue;
            if (value is UndefinedValue or ArrayValue { Items.IsEmpty: true }) closed.Add((reading.IsRelated, reading.Path));
            built = subject.With(built, reading, steps, value);
        }

        return built;
    }

    private static bool IsBelow(string path, string parent) => path.Length > parent.Length && path.StartsWith(parent, StringComparison.OrdinalIgnoreCase) && path[parent.Length] is '.' or '[';
}
