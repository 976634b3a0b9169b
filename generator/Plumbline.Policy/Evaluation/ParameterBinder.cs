using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Binds values to declared parameters, with the checks Azure makes when a policy is assigned.</summary>
public static class ParameterBinder
{
    /// <summary>Binds the values of an assignment of one definition.</summary>
    /// <param name="definition">The assigned definition.</param>
    /// <param name="values">The assignment's values.</param>
    /// <param name="at">What to name as the place of a problem.</param>
    public static ParameterBinding Bind(PolicyDefinition definition, ImmutableDictionary<string, PolicyValue> values, SourceLocation at) =>
        Bind(definition.Parameters, values, $"policy definition '{definition.Name}'", at);

    /// <summary>Binds the values of an assignment of an initiative.</summary>
    /// <param name="set">The assigned initiative.</param>
    /// <param name="values">The assignment's values.</param>
    /// <param name="at">What to name as the place of a problem.</param>
    public static ParameterBinding Bind(PolicySetDefinition set, ImmutableDictionary<string, PolicyValue> values, SourceLocation at) =>
        Bind(set.Parameters, values, $"initiative '{set.Name}'", at);

    /// <summary>Binds what an initiative passes to one of its definitions: the reference's values, which may read the initiative's parameters.</summary>
    public static ParameterBinding Bind(
        PolicyDefinition definition,
        PolicyDefinitionReference reference,
        PolicySetDefinition set,
        ImmutableDictionary<string, PolicyValue> assignmentValues)
    {
        var at = reference.Location ?? new SourceLocation("");
        var outer = Bind(set, assignmentValues, at);
        var context = new ParametersOnly(new ParameterValues(set.Parameters, outer.Values), "an initiative can read its own parameters only");
        var diagnostics = outer.Diagnostics.ToBuilder();
        var values = ImmutableDictionary.CreateBuilder<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in reference.Parameters)
        {
            var result = OperandTemplate.Compile(value, new ExpressionSite(problem => diagnostics.Add(DiagnosticCatalog.ParameterValueFailed(at, name, problem)))).Evaluate(context);
            if (result is FailedValue failed) diagnostics.Add(DiagnosticCatalog.ParameterValueFailed(at, name, failed.Reason));
            else values[name] = result;
        }

        var inner = Bind(definition, values.ToImmutable(), at);
        return inner with { Diagnostics = diagnostics.ToImmutable().AddRange(inner.Diagnostics) };
    }

    private static ParameterBinding Bind(
        ImmutableArray<PolicyParameter> declared, ImmutableDictionary<string, PolicyValue> values, string owner, SourceLocation at)
    {
        var bound = ImmutableDictionary.CreateBuilder<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (name, value) in values.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var parameter = declared.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase));
            if (Problem(parameter, name, value, declared, owner, at) is { } problem) diagnostics.Add(problem);
            else bound[name] = value;
        }

        foreach (var parameter in declared.Where(item => item.DefaultValue is null && !values.Keys.Contains(item.Name, StringComparer.OrdinalIgnoreCase)))
            diagnostics.Add(DiagnosticCatalog.ParameterValueMissing(at, parameter.Name, owner));
        return new(bound.ToImmutable(), diagnostics.ToImmutable());
    }

    private static Diagnostic? Problem(
        PolicyParameter? parameter, string name, PolicyValue value, ImmutableArray<PolicyParameter> declared, string owner, SourceLocation at)
    {
        if (parameter is null) return DiagnosticCatalog.ParameterNotDeclared(at, name, owner, NearestName.Find(name, declared.Select(item => item.Name)));
        if (!ParameterType.Accepts(parameter.Type, value))
            return DiagnosticCatalog.ParameterTypeMismatch(at, parameter.Name, owner, parameter.Type, PolicyValueWriter.ToCompactJson(value));
        if (IsAllowed(parameter.AllowedValues, value)) return null;
        var allowed = string.Join(", ", parameter.AllowedValues.Select(item => ConditionText.Of(new Operand(item))));
        return DiagnosticCatalog.ParameterValueNotAllowed(at, parameter.Name, owner, ConditionText.Of(new Operand(value)), allowed);
    }

    /// <summary>Whether a value is among the allowed ones. Azure compares with regard to case here; an array is allowed when it is listed itself or all its members are.</summary>
    public static bool IsAllowed(ImmutableArray<PolicyValue> allowed, PolicyValue value) =>
        allowed.IsEmpty || allowed.Contains(value) || (value is ArrayValue array && array.Items.All(allowed.Contains));
}
