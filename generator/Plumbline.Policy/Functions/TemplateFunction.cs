using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>What a function answers to arguments whose number and types were checked.</summary>
internal delegate PolicyValue FunctionBody(ImmutableArray<PolicyValue> arguments, IFunctionContext context);

/// <summary>What a function answers that evaluates its arguments itself, some of them perhaps not at all.</summary>
internal delegate PolicyValue LazyBody(ImmutableArray<Expression> arguments, IFunctionContext context);

/// <summary>One template function: its name, its arguments and its body.</summary>
/// <param name="Name">As Azure documents it; compared without regard to case.</param>
/// <param name="Kinds">The allowed types, argument by argument.</param>
/// <param name="Body">The body, or null for a lazy function.</param>
internal sealed record TemplateFunction(string Name, ImmutableArray<ArgumentKind> Kinds, FunctionBody? Body)
{
    public TemplateFunction(string name, ImmutableArray<ArgumentKind> kinds, Func<ImmutableArray<PolicyValue>, PolicyValue> body)
        : this(name, kinds, (arguments, _) => body(arguments))
    {
    }

    /// <summary>The smallest number of arguments; by default one for each kind.</summary>
    public int Minimum { get; init; } = Kinds.Length;

    /// <summary>Whether the last kind may be given any number of times.</summary>
    public bool Repeats { get; init; }

    /// <summary>The body of a lazy function, or null.</summary>
    public LazyBody? Lazy { get; init; }

    /// <summary>Whether the function answers with an object of the evaluation's context, whose absent members read as null.</summary>
    public bool IsContext { get; init; }

    /// <summary>Whether the answer depends on more than arguments and parameters: the resource, a count, the context or the clock.</summary>
    public bool ReadsEvaluation { get; init; }

    /// <summary>Whether the answer is an argument or a part of one, which is within Azure's limits already.</summary>
    public bool AnswersPart { get; init; }

    public ArgumentKind KindOf(int index) => Kinds[Math.Min(index, Kinds.Length - 1)];

    public bool Accepts(int count) => count >= Minimum && (Repeats || count <= Kinds.Length);

    /// <summary>The accepted number of arguments, for a message.</summary>
    public string Arity
    {
        get
        {
            var range = Repeats ? $"at least {Minimum}" : Minimum == Kinds.Length ? $"{Minimum}" : $"{Minimum} to {Kinds.Length}";
            return $"{range} argument{(Minimum == 1 && (Repeats || Kinds.Length == 1) ? "" : "s")}";
        }
    }
}
