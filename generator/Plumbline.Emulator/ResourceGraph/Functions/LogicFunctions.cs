using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Functions that choose and that ask whether there is a value.</summary>
internal static class LogicFunctions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ScalarFunction> All { get; } =
    [
        new("iff", 3, 3, Branches, (_, arguments) => IsTrue(arguments[0]) ? arguments[1] : arguments[2]),
        new("iif", 3, 3, Branches, (_, arguments) => IsTrue(arguments[0]) ? arguments[1] : arguments[2]),
        new("case", 3, ScalarFunction.Many, CaseType, (_, arguments) => Case(arguments)),
        new("coalesce", 1, ScalarFunction.Many, types => ScalarFunction.Common(types), (_, arguments) => arguments.FirstOrDefault(argument => !IsMissing(argument)) ?? arguments[^1]),
        ScalarFunction.Of("not", KqlType.Boolean, value => KqlConvert.ToBoolean(value) is { } truth ? KqlBoolean.Of(!truth) : KqlNull.Instance),
        ScalarFunction.Of("isempty", KqlType.Boolean, value => KqlBoolean.Of(IsMissing(value))),
        ScalarFunction.Of("isnotempty", KqlType.Boolean, value => KqlBoolean.Of(!IsMissing(value))),
        ScalarFunction.Of("notempty", KqlType.Boolean, value => KqlBoolean.Of(!IsMissing(value))),
        ScalarFunction.Of("isnull", KqlType.Boolean, value => KqlBoolean.Of(value is KqlNull)),
        ScalarFunction.Of("isnotnull", KqlType.Boolean, value => KqlBoolean.Of(value is not KqlNull)),
        ScalarFunction.Of("notnull", KqlType.Boolean, value => KqlBoolean.Of(value is not KqlNull)),
    ];

    /// <summary>Whether it is true; null is not.</summary>
    public static bool IsTrue(KqlValue value) => KqlConvert.ToBoolean(value) == true;

    private static bool IsMissing(KqlValue value) => value is KqlNull or KqlText { Value.Length: 0 };

    private static KqlType Branches(ImmutableArray<KqlType> types) => ScalarFunction.Common([types[1], types[2]]);

    private static KqlType CaseType(ImmutableArray<KqlType> types) => ScalarFunction.Common(types.Where((_, index) => index % 2 == 1 || index == types.Length - 1));

    // case(condition, value, condition, value, ..., otherwise)
    private static KqlValue Case(KqlValue[] arguments)
    {
        for (var index = 0; index + 1 < arguments.Length; index += 2)
        {
            if (IsTrue(arguments[index])) return arguments[index + 1];
        }

        return arguments[^1];
    }
}
