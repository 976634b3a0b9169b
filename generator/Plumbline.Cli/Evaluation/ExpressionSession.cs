using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Cli.Evaluation;

/// <summary>What expressions read, opened once for many of them.</summary>
internal sealed class ExpressionSession
{
    private readonly TemplateEvaluator evaluator;
    private readonly EvaluationInput input;

    private ExpressionSession(TemplateEvaluator evaluator, EvaluationInput input)
    {
        this.evaluator = evaluator;
        this.input = input;
    }

    /// <summary>Reads the files; null with the problems when one cannot be read.</summary>
    public static ExpressionSession? Open(string folder, EvaluationFileNames names, DateTimeOffset now, out ImmutableArray<Diagnostic> problems)
    {
        var files = EvaluationFiles.Read(folder, names, now);
        problems = files.Problems;
        return files.Request is { } request && files.Aliases is { } aliases ? new ExpressionSession(new TemplateEvaluator(aliases.Table, aliases.Unknown), request.Input) : null;
    }

    /// <summary>The value of an expression, its brackets given or not.</summary>
    public TemplateResult Evaluate(string text) => evaluator.Evaluate(Bracketed(text), input);

    /// <summary>The text with brackets around it, unless it starts with one.</summary>
    public static string Bracketed(string text) => text.StartsWith('[') ? text : $"[{text}]";
}
