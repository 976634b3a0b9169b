using System.Collections.Immutable;
using System.Diagnostics;
using Plumbline.Benchmarks.Samples;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Benchmarks.Scan;

/// <summary>Reading and compiling all built-in definitions of the corpus on one thread: the first time in the process, and again.</summary>
internal static class CompileFigures
{
    private const double TargetSeconds = 0.3;

    /// <summary>The figures. Call it before anything else: the first numbers are those of a process that has just started.</summary>
    public static IEnumerable<Figure> Measure()
    {
        var texts = Checkout.BuiltIns();
        var watch = Stopwatch.StartNew();
        var definitions = Parse(texts);
        var parse = watch.Elapsed.TotalSeconds;
        yield return new("built_ins", "Built-in definitions", definitions.Count, "");
        yield return new("parse_built_ins_s", "Read them: JSON, rules and expressions, first time", parse, "s");
        yield return new("compile_built_ins_first_s", "Compile them, first time: with the aliases and the JIT compiler", Compile(definitions, out var unreadable), "s");
        yield return new("compile_built_ins_s", "Compile them, after start-up", Enumerable.Range(0, 3).Min(_ => Compile(definitions, out var _)), "s", TargetSeconds);
        yield return new("built_ins_with_problems", "... of which the catalogue of aliases does not know a field", unreadable, "");
    }

    private static List<PolicyDefinition> Parse(IEnumerable<string> texts) =>
        [.. texts.Select(text => PolicyParser.ParseDefinition(new SourceText("built-in.json", text)).Value).OfType<PolicyDefinition>()];

    private static double Compile(List<PolicyDefinition> definitions, out int unreadable)
    {
        var watch = Stopwatch.StartNew();
        var program = PolicyProgram.Compile(definitions.Select(definition => new BoundDefinition(definition, ImmutableDictionary<string, PolicyValue>.Empty)), AliasTable.Published);
        var seconds = watch.Elapsed.TotalSeconds;
        unreadable = Enumerable.Range(0, program.Count).Count(index => !program.Problems(index).IsEmpty);
        return seconds;
    }
}
