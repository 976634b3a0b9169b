using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>A scalar function.</summary>
/// <param name="Name">As queries name it.</param>
/// <param name="Least">How many arguments it takes at least.</param>
/// <param name="Most">How many it takes at most.</param>
/// <param name="TypeOf">The type of the result, from the types of the arguments.</param>
/// <param name="Invoke">The result; never throws but for limits.</param>
internal sealed record ScalarFunction(string Name, int Least, int Most, Func<ImmutableArray<KqlType>, KqlType> TypeOf, Func<QueryContext, KqlValue[], KqlValue> Invoke)
{
    /// <summary>Stands for "any number of arguments".</summary>
    public const int Many = 64;

    /// <summary>A function of a fixed type that needs no context.</summary>
    public static ScalarFunction Of(string name, int least, int most, KqlType type, Func<KqlValue[], KqlValue> invoke) =>
        new(name, least, most, _ => type, (_, arguments) => invoke(arguments));

    /// <summary>A function of one argument and a fixed type.</summary>
    public static ScalarFunction Of(string name, KqlType type, Func<KqlValue, KqlValue> invoke) =>
        new(name, 1, 1, _ => type, (_, arguments) => invoke(arguments[0]));

    /// <summary>The type that can hold all of <paramref name="types"/>.</summary>
    public static KqlType Common(IEnumerable<KqlType> types) => types.Aggregate((left, right) => (left, right) switch
    {
        _ when left == right => left,
        (KqlType.Long, KqlType.Real) or (KqlType.Real, KqlType.Long) => KqlType.Real,
        _ => KqlType.Dynamic,
    });
}
