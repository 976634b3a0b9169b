using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Runs a program on resource after resource. For one thread; nothing is allocated for a condition on the resource's own text.</summary>
public sealed class PolicyRunner
{
    private const int LongestType = 512;

    private readonly PolicyProgram program;
    private readonly EvaluationContext context;
    private readonly IRelatedResources related;
    private readonly ResourceDocument document = new();
    private readonly EvaluationRun run;
    private readonly EvaluationFrame frame;
    private readonly List<PolicyVerdict> verdicts = [];
    private EvaluationContext current;

    internal PolicyRunner(PolicyProgram program, EvaluationContext context, IRelatedResources related)
    {
        this.program = program;
        this.context = context;
        this.related = related;
        current = context;
        run = new EvaluationRun(program.Fields);
        frame = new EvaluationFrame(run);
    }

    /// <summary>The verdicts on a resource, of the definitions that apply to it, in their order. Valid until the next call.</summary>
    /// <param name="utf8">The resource as JSON text.</param>
    /// <exception cref="JsonException">The text is not one JSON value, or nested too deep.</exception>
    public IReadOnlyList<PolicyVerdict> Run(ReadOnlyMemory<byte> utf8) => Run(utf8, context);

    /// <summary>The same with what the context functions read for this resource.</summary>
    /// <exception cref="JsonException">The text is not one JSON value, or nested too deep.</exception>
    public IReadOnlyList<PolicyVerdict> Run(ReadOnlyMemory<byte> utf8, EvaluationContext resourceContext)
    {
        current = resourceContext;
        verdicts.Clear();
        document.Load(utf8);
        frame.Begin(document);
        foreach (var index in Candidates())
        {
            var status = EvaluatorOf(index).Verdict(document);
            if (status != EvaluationStatus.NotApplicable) verdicts.Add(new(index, status));
        }

        return verdicts;
    }

    /// <summary>The effect of one definition on the resource of the last run, after parameters: canonical when Azure has it, else as written; empty when it cannot be told.</summary>
    public string EffectOf(int index)
    {
        Begin(index);
        return program.Members[index].Compiled.Effect.NameOn(frame) ?? "";
    }

    /// <summary>The verdict of one definition on the resource of the last run, with its explanation.</summary>
    public EvaluationResult Explain(int index)
    {
        run.Explanation = new Explanation();
        var result = EvaluatorOf(index).Explain(document);
        run.Explanation = null;
        return result;
    }

    /// <summary>The definitions whose verdict on the resource of the last run depends on values that are not known yet, in their order.</summary>
    /// <param name="isPatch">Whether the resource is a change of one that exists, so that nothing is known of what it does not say.</param>
    /// <remarks>Those that do not apply as the resource stands are among them when they may come to apply.</remarks>
    public IEnumerable<UndecidedVerdict> Undecided(bool isPatch = false)
    {
        foreach (var index in Candidates())
        {
            Begin(index);
            var reads = new PartialVerdict(program.Members[index].Compiled, frame, related, isPatch).Undecided(document);
            if (!reads.IsEmpty) yield return new(index, reads);
        }
    }

    private void Begin(int index)
    {
        var member = program.Members[index];
        run.Begin(member.Bound.Policy is { } policy ? current with { Policy = policy } : current, member.Parameters);
        frame.Restart();
    }

    private DefinitionEvaluator EvaluatorOf(int index)
    {
        var member = program.Members[index];
        Begin(index);
        return new DefinitionEvaluator(member.Compiled, frame, related);
    }

    private ImmutableArray<int> Candidates()
    {
        var text = frame.TypeText;
        Span<char> type = stackalloc char[LongestType];
        return PlainText.IsPlain(text) && Encoding.ASCII.TryGetChars(text, type, out var length) ? program.For(type[..length]) : [.. Enumerable.Range(0, program.Count)];
    }
}

/// <summary>A verdict of a scan.</summary>
/// <param name="Index">The place of the definition in the program.</param>
/// <param name="Status">The verdict.</param>
public readonly record struct PolicyVerdict(int Index, EvaluationStatus Status);
