using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary><c>in</c> and its relatives. Members are compared by their text, so that JSON values need no cast.</summary>
internal static class SetTest
{
    /// <summary>The test as a function of a row. Members that are arrays stand for their members.</summary>
    /// <param name="known">Further members that are the same on every row.</param>
    public static BoundExpression Bind(BoundExpression left, string name, ImmutableArray<BoundExpression> members, ImmutableArray<KqlValue> known)
    {
        var isNegated = name.StartsWith('!');
        var comparer = name.EndsWith('~') ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var constants = members.Select(member => member.Constant).OfType<KqlValue>().SelectMany(Flat).Concat(known).Select(KqlConvert.ToText).ToHashSet(comparer);
        var varying = members.Where(member => member.Constant is null).Select(member => member.Evaluate).ToArray();
        Func<KqlValue, HashSet<string>, bool> test = name switch
        {
            "has_any" => (value, set) => KqlConvert.ToText(value) is var text && set.Any(term => Has(text, term)),
            "has_all" => (value, set) => KqlConvert.ToText(value) is var text && set.All(term => Has(text, term)),
            _ => (value, set) => value is not KqlNull && set.Contains(KqlConvert.ToText(value)),
        };
        return new BoundExpression(KqlType.Boolean, row =>
        {
            var set = varying.Length == 0 ? constants : constants.Concat(varying.SelectMany(evaluate => Flat(evaluate(row))).Select(KqlConvert.ToText)).ToHashSet(comparer);
            return KqlBoolean.Of(test(left.Evaluate(row), set) != isNegated);
        });
    }

    private static IEnumerable<KqlValue> Flat(KqlValue value) => value is KqlArray array ? array.Items : [value];

    private static bool Has(string text, string term) => Terms.Has(text, term, StringComparison.OrdinalIgnoreCase, atStart: true, atEnd: true);
}
