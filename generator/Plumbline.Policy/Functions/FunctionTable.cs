using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Plumbline.Policy.Functions;

/// <summary>The template functions that Azure Policy supports in a rule: the table of the policy team's own linter, and the context functions.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, TemplateFunction> Functions =
        new[]
        {
            TextFunctions.All, EncodingFunctions.All, CollectionFunctions.All, NumberFunctions.All, ConversionFunctions.All,
            LogicFunctions.All, ComparisonFunctions.All, ObjectFunctions.All, DateFunctions.All, NetworkFunctions.All, ContextFunctions.All,
        }
        .SelectMany(family => family)
        .ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => Functions.Keys;

    public static bool TryFind(string name, [NotNullWhen(true)] out TemplateFunction? function) => Functions.TryGetValue(name, out function);
}
