using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>Gives the parameters of a template their values: those of the deployment, else the defaults.</summary>
internal sealed class ParameterBinder(TemplateNames names, TemplateFrame frame)
{
    private const string File = "Please see https://aka.ms/arm-create-parameter-file for usage details.";

    /// <summary>All parameters, or what is wrong with them.</summary>
    public static (ImmutableArray<BoundParameter> Parameters, ImmutableArray<TemplateProblem> Problems) BindAll(
        TemplateNames names, TemplateFrame frame, ImmutableDictionary<string, ParameterInput> given)
    {
        var declared = names.Declarations.Properties.Select(property => property.Key).ToList();
        var undeclared = given.Keys.Where(name => !declared.Contains(name, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        if (undeclared.Count > 0) return ([], [TemplateProblem.Invalid(Undeclared(undeclared, declared))]);
        var bound = declared.Select(name => names.Bind(name, frame)).ToList();
        return ([.. bound.Select(item => item.Bound).OfType<BoundParameter>()], [.. bound.Select(item => item.Failure).OfType<FailedValue>().Select(TemplateProblem.Of)]);
    }

    /// <summary>One parameter, or what is wrong with it.</summary>
    public Result Bind(string name, ObjectValue declaration, ParameterInput? given)
    {
        if (ParameterType.Read(declaration, names.Definitions) is not { } type)
            return new(null, Refused($"The template parameter '{name}' has no type that exists. Please see https://aka.ms/arm-syntax-parameters for usage details."));
        if (given?.UnknownText is { } unknown) return new(new BoundParameter(name, type.Name, NullValue.Instance) { IsSecure = type.IsSecure, UnknownText = unknown }, null);
        var isSecure = type.IsSecure || given?.IsSecret == true;
        var value = given?.Value;
        if (value is null && declaration["defaultValue"] is var declared and not UndefinedValue)
        {
            (value, var isSecret) = frame.Trace.Watch(() => TemplateEvaluator.Evaluate(declared, Inside));
            isSecure |= isSecret;
        }

        value ??= type.IsNullable ? NullValue.Instance : Refused($"The value for the template parameter '{name}' is not provided. {File}");
        if (value is FailedValue failed) return new(null, failed);
        return new ParameterCheck("template parameter", names.Definitions).Problem(name, value, type) is { } problem
            ? new(null, Refused(problem))
            : new(new BoundParameter(name, type.Name, value) { IsSecure = isSecure }, null);
    }

    // Defaults are evaluated where nothing of the deployment is known but its other parameters.
    private TemplateFrame Inside => new(names, frame.Place, frame.Facts, frame.World, TemplateStage.Default, frame.Trace) { Masks = false };

    // Another engine would say the same: what is wrong is no matter of expressions.
    private static FailedValue Refused(string reason) => new(TemplateProblem.Invalid(reason).Message) { Code = "InvalidTemplate" };

    private static string Undeclared(List<string> given, List<string> declared) =>
        $"The template parameters '{string.Join(", ", given)}' in the parameters file are not valid; they are not present in the original template and can therefore not be provided at deployment time. "
        + $"The only supported parameters for this template are '{string.Join(", ", declared)}'. Please see https://aka.ms/arm-pass-parameter-values for usage details.";

    /// <summary>A parameter, or why it has no value.</summary>
    internal sealed record Result(BoundParameter? Bound, FailedValue? Failure);
}
