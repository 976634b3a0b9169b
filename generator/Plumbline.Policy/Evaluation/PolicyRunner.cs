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

    internal PolicyRunner(PolicyProgram program, EvaluationContext context, IRelatedResources related)
    {
        this.program = program;
        this.context = context;
        this.related = related;
        run = new EvaluationRun(program.Fields);
        frame = new EvaluationFrame(run);
    }

    /// <summary>The verdicts on a resource, of the definitions that apply to it, in their order. Valid until the next call.</summary>
    /// <param name="utf8">The resource as JSON text.</param>
    /// <exception cref="JsonException">The text is not one JSON value, or nested too deep.</exception>
    public IReadOnlyList<PolicyVerdict> Run(ReadOnlyMemory<byte> utf8)
    {
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

    /// <summary>The verdict of one definition on the resource of the last <see cref="Run"/>, with its explanation.</summary>
    public EvaluationResult Explain(int index)
    {
        run.Explanation = new Explanation();
        var result = EvaluatorOf(index).Explain(document);
        run.Explanation = null;
        return result;
    }

    private DefinitionEvaluator EvaluatorOf(int index)
    {
        var member = program.Members[index];
        run.Begin(context, member.Parameters);
        frame.Restart();
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
