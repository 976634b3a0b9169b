using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>All scalar functions but those that need the columns of the row (<c>pack_all</c>, <c>column_ifexists</c>).</summary>
internal static class ScalarFunctions
{
    private static readonly FrozenDictionary<string, ScalarFunction> ByName =
        ((IEnumerable<ImmutableArray<ScalarFunction>>)[ConversionFunctions.All, LogicFunctions.All, TextFunctions.All, PatternFunctions.All, NumberFunctions.All, DateFunctions.All, ArrayFunctions.All, BagFunctions.All])
        .SelectMany(functions => functions)
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>The names of all functions, sorted.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The function of this name, or null.</summary>
    public static ScalarFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
