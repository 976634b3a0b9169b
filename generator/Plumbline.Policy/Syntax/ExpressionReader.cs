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
    private readonly List<(string Name, SourceLocation At)> parameters = [];

    // "[toLower(...)" without the last bracket: a literal by ARM's rule, which its author cannot have meant.
    [GeneratedRegex(@"^\[\s*[A-Za-z]+\s*\(.*\)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Unclosed { get; }

    /// <summary>Checks every text at any depth, property names included.</summary>
    /// <param name="token">The value.</param>
    /// <param name="counts">How many counts are around it.</param>
    /// <param name="skip">Says which values to leave alone.</param>
    public void Check(JToken token, int counts, Func<JToken, bool>? skip = null)
    {
        if (skip?.Invoke(token) == true) return;
        if (token is JProperty property) CheckText(property, property.Name, counts);
        if (token is JValue { Value: string text }) CheckText(token, text, counts);
        foreach (var child in token.Children()) Check(child, counts, skip);
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

        foreach (var problem in ExpressionChecker.Check(expression, counts))
            document.Report(Describe(problem, document.At(token, text, problem.Call.Start, problem.Call.Name.Length)));
        foreach (var (name, at) in ExpressionChecker.Parameters(expression))
            parameters.Add((name, document.At(token, text, at.Start, at.Length)));
    }

    /// <summary>Reports parameters that are read but not declared.</summary>
    public void ReportUndeclared(ImmutableArray<PolicyParameter> declared)
    {
        foreach (var (name, at) in parameters.Where(read => !declared.Any(item => IsSame(item.Name, read.Name))))
            document.Report(DiagnosticCatalog.UndeclaredParameter(at, name, NearestName.Find(name, declared.Select(item => item.Name))));
    }

    /// <summary>Reports parameters that are declared but not read.</summary>
    public void ReportUnused(ImmutableArray<PolicyParameter> declared)
    {
        foreach (var parameter in declared.Where(item => !parameters.Any(read => IsSame(item.Name, read.Name))))
            document.Report(DiagnosticCatalog.UnusedParameter(parameter.Location ?? document.Start, parameter.Name));
    }

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

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
