using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plumbline.Emulator.ResourceGraph.Syntax;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary><c>project-away</c>, <c>project-keep</c>, <c>project-reorder</c> and <c>project-rename</c>: columns by name.</summary>
internal static class ColumnSelection
{
    /// <summary>The relation with some of its columns, or with all in another order.</summary>
    public static Relation Apply(Relation input, ColumnsOperator selection)
    {
        var chosen = selection.Patterns.Select(pattern => Matching(input, pattern, selection.At)).ToList();
        var all = Enumerable.Range(0, input.Columns.Length);
        return Take(input, selection.Operator switch
        {
            "project-away" => [.. all.Except(chosen.SelectMany(columns => columns))],
            "project-keep" => [.. all.Intersect(chosen.SelectMany(columns => columns).ToHashSet())],
            _ => [.. chosen.SelectMany(columns => columns).Concat(all).Distinct()],
        });
    }

    /// <summary>The relation with other names for some columns.</summary>
    public static Relation Rename(Relation input, RenameOperator rename)
    {
        var columns = input.Columns.ToBuilder();
        foreach (var (newName, column) in rename.Columns)
        {
            var index = input.IndexOf(column.Name);
            if (index < 0) throw BindingErrors.UnknownColumn(column.At, column.Name, input);
            columns[index] = columns[index] with { Name = newName };
        }

        var repeated = columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return repeated is null ? input with { Columns = columns.ToImmutable() } : throw BindingErrors.At(rename.At, $"The name '{repeated.Key}' is given to two columns.");
    }

    private static Relation Take(Relation input, ImmutableArray<int> columns) => new(
        [.. columns.Select(index => input.Columns[index])],
        input.Rows.Select(row => KqlRow.Of(columns.Select(index => row[index]).ToArray())));

    private static ImmutableArray<int> Matching(Relation input, string pattern, KqlToken at)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal))
            return input.IndexOf(pattern) is var index && index >= 0 ? [index] : throw BindingErrors.UnknownColumn(at, pattern, input);
        var expression = new Regex($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return [.. Enumerable.Range(0, input.Columns.Length).Where(column => expression.IsMatch(input.Columns[column].Name))];
    }
}
