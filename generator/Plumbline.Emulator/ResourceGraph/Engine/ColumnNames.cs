using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>The names of columns that a query gives no name: <c>properties_displayName</c>, <c>count_</c>, <c>Column1</c>.</summary>
internal static class ColumnNames
{
    /// <summary>The name of an expression; null when it has none.</summary>
    public static string? Of(KqlExpression expression) => expression switch
    {
        ColumnExpression column => column.Name,
        MemberExpression member => Of(member.Target) is { } target ? $"{target}_{member.Name}" : null,
        ElementExpression { Index: LiteralExpression index } element => Of(element.Target) is { } target ? $"{target}_{KqlConvert.ToText(index.Value)}" : null,
        CallExpression call => OfCall(call),
        _ => null,
    };

    /// <summary>The names of columns in order: each once, those that have none numbered.</summary>
    public static ImmutableArray<string> Distinct(IEnumerable<string?> names, IEnumerable<string> taken)
    {
        var (used, result, number) = (taken.ToHashSet(StringComparer.Ordinal), ImmutableArray.CreateBuilder<string>(), 0);
        foreach (var name in names)
        {
            var wanted = name ?? string.Create(CultureInfo.InvariantCulture, $"Column{++number}");
            result.Add(Free(wanted, used));
            used.Add(result[^1]);
        }

        return result.ToImmutable();
    }

    /// <summary>The name, with a number behind it when it is taken.</summary>
    public static string Free(string wanted, IReadOnlySet<string> taken)
    {
        var name = wanted;
        for (var suffix = 1; taken.Contains(name); suffix++) name = string.Create(CultureInfo.InvariantCulture, $"{wanted}{suffix}");
        return name;
    }

    private static string? OfCall(CallExpression call)
    {
        var argument = call.Arguments.IsEmpty ? null : Of(call.Arguments[0]);
        if (AggregateFunctions.Find(call.Name) is { } aggregate) return aggregate.Prefix + (call.Name == "countif" ? null : argument) is { Length: > 0 } name ? name : null;
        return ConversionFunctions.KeepsName(call.Name) ? argument : null;
    }
}
