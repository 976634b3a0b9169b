using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;

namespace Plumbline.Policy.Syntax;

/// <summary>Checks the expressions of a document and remembers which parameters they read.</summary>
internal sealed partial class ExpressionReader(DocumentReader document, Func<string, bool>? isName = null)
{
    // Azure allows a definition 20 parameters and an initiative 400.
    private const int MaximumCandidates = 400;

    // More places than a rule that Azure accepts has function calls.
    private const int MaximumReads = 10_000;

    private readonly List<(string Name, SourceLocation At)> parameters = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many functions were called in everything checked so far.</summary>
    public int Functions { get; private set; }

    // "[toLower(...)" without the last bracket: a literal by ARM's rule, which its author cannot have meant.
    [GeneratedRegex(@"^\[\s*[A-Za-z]+\s*\(.*\)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Unclosed { get; }

    /// <summary>Checks every text at any depth, property names included.</summary>
    /// <param name="token">The value.</param>
    /// <param name="counts">How many counts are around it.</param>
    /// <param name="skipped">Values to leave alone.</param>
    public void Check(JToken token, int counts, params ReadOnlySpan<JToken?> skipped)
    {
        // INVARIANT: not recursive, since the depth of a document must not decide how much stack is needed; children are pushed last first, to be taken in the order of the text.
        var pending = new Stack<JToken>();
        pending.Push(token);
        while (pending.TryPop(out var current))
        {
            if (IsAmong(current, skipped)) continue;
            if (current is JProperty property) CheckText(property, property.Name, counts);
            if (current is JValue { Value: string text }) CheckText(current, text, counts);
            for (var child = (current as JContainer)?.Last; child is not null; child = child.Previous) pending.Push(child);
        }
    }

    private static bool IsAmong(JToken token, ReadOnlySpan<JToken?> skipped)
    {
        foreach (var item in skipped)
        {
            if (ReferenceEquals(token, item)) return true;
        }

        return false;
    }

    /// <summary>Checks a value that the rule evaluates: its expressions, and how deep it is nested.</summary>
    public void CheckEvaluated(JToken token, int counts)
    {
        Check(token, counts);
        CheckDepth(token);
    }

    /// <summary>Reports a value that is nested too deep to be evaluated.</summary>
    public void CheckDepth(JToken token)
    {
        if (!ValueDepth.IsAllowed(token)) document.Report(DiagnosticCatalog.ValueTooDeep(document.At(token), ValueDepth.Maximum));
    }

    private void CheckText(JToken token, string text, int counts)
    {
        if (isName?.Invoke(text) == true) return;
        if (!TemplateText.IsExpression(text))
        {
            if (Unclosed.IsMatch(text)) document.Report(DiagnosticCatalog.ExpressionNotClosed(document.At(token), text));
            return;
        }

        var parsed = ExpressionParser.Parse(text);
        if (parsed.Value is not { } expression)
        {
            document.Report(DiagnosticCatalog.MalformedExpression(document.At(token, text, parsed.Start, parsed.Length), text, parsed.Error ?? ""));
            return;
        }

        CheckCalls(token, text, expression, counts);
    }

    private void CheckCalls(JToken token, string text, Expression expression, int counts)
    {
        foreach (var problem in ExpressionChecker.Check(expression, counts))
            document.Report(Describe(problem, document.At(token, text, problem.Call.Start, problem.Call.Name.Length)));
        foreach (var (name, at) in ExpressionChecker.Parameters(expression))
        {
            names.Add(name);
            if (parameters.Count < MaximumReads) parameters.Add((name, document.At(token, text, at.Start, at.Length)));
        }

        Functions += ExpressionCalls.Of(expression).Count;
    }

    /// <summary>Reports parameters that are read but not declared.</summary>
    public void ReportUndeclared(ImmutableArray<PolicyParameter> declared)
    {
        var known = declared.Select(item => item.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, at) in parameters.Where(read => !known.Contains(read.Name)))
            document.Report(DiagnosticCatalog.UndeclaredParameter(at, DiagnosticCatalog.Shortened(name), known.Count > MaximumCandidates ? null : NearestName.Find(name, known)));
    }

    /// <summary>Reports parameters that are declared but not read.</summary>
    public void ReportUnused(ImmutableArray<PolicyParameter> declared)
    {
        foreach (var parameter in declared.Where(item => !names.Contains(item.Name)))
            document.Report(DiagnosticCatalog.UnusedParameter(parameter.Location ?? document.Start, DiagnosticCatalog.Shortened(parameter.Name)));
    }

    private static Diagnostic Describe(ExpressionProblem problem, SourceLocation at) => problem.Kind switch
    {
        ExpressionProblemKind.UnknownFunction => DiagnosticCatalog.UnknownFunction(at, problem.Call.Name, NearestName.Find(problem.Call.Name, FunctionTable.Names)),
        ExpressionProblemKind.ForbiddenFunction => DiagnosticCatalog.ForbiddenFunction(at, problem.Call.Name),
        ExpressionProblemKind.FunctionNotAmongSupported => DiagnosticCatalog.FunctionNotAmongSupported(at, problem.Call.Name),
        ExpressionProblemKind.CurrentOutsideCount => DiagnosticCatalog.CurrentOutsideCount(at),
        ExpressionProblemKind.CurrentWithoutName => DiagnosticCatalog.CurrentWithoutName(at),
        ExpressionProblemKind.TooManyArguments => DiagnosticCatalog.TooManyArguments(at, problem.Call.Name, problem.Call.Arguments.Length, EvaluationLimits.MaximumArguments),
        _ => DiagnosticCatalog.ArgumentCount(at, problem.Call.Name, FunctionTable.TryFind(problem.Call.Name, out var function) ? function.Arity : "", problem.Call.Arguments.Length),
    };
}
