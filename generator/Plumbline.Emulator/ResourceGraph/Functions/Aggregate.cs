using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Collects the rows of one group.</summary>
internal abstract class Accumulator
{
    /// <summary>Takes a row's arguments.</summary>
    public abstract void Add(KqlValue[] arguments);

    /// <summary>The value of the group.</summary>
    public abstract KqlValue Result { get; }
}

/// <summary>An aggregation function.</summary>
/// <param name="Name">As queries name it.</param>
/// <param name="Prefix">What a column without a name of its own starts with; the argument's name follows.</param>
/// <param name="Least">How many arguments it takes at least.</param>
/// <param name="Most">How many it takes at most.</param>
/// <param name="TypeOf">The type of the result, from the types of the arguments.</param>
/// <param name="Create">Starts a group.</param>
internal sealed record Aggregate(string Name, string Prefix, int Least, int Most, Func<ImmutableArray<KqlType>, KqlType> TypeOf, Func<Accumulator> Create)
{
    /// <summary>The same over those rows only whose last argument is true.</summary>
    public Aggregate If() => new(Name + "if", Name + "if_", Least + 1, Most + 1, types => TypeOf(types[..^1]), () => new Filtered(Create()));

    private sealed class Filtered(Accumulator inner) : Accumulator
    {
        public override KqlValue Result => inner.Result;

        public override void Add(KqlValue[] arguments)
        {
            if (LogicFunctions.IsTrue(arguments[^1])) inner.Add(arguments[..^1]);
        }
    }
}
