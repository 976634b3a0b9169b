using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>The outputs that a template declares.</summary>
internal sealed class TemplateOutputs(ObjectValue declarations, TemplateFrame frame)
{
    /// <summary>The outputs with their values, or what is wrong with one.</summary>
    public (ObjectValue Outputs, TemplateProblem? Problem) Evaluate(IDeploymentWorld world)
    {
        var inside = frame with { World = world, Stage = TemplateStage.Body };
        var outputs = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>();
        foreach (var (name, declared) in declarations.Properties)
        {
            if (declared is not ObjectValue declaration) continue;
            var condition = declaration["condition"] is UndefinedValue ? BooleanValue.Of(true) : TemplateEvaluator.Evaluate(declaration["condition"], inside);
            if (condition is BooleanValue { Value: false }) continue;
            var (output, problem) = condition is FailedValue failed ? (null, TemplateProblem.Failed($"output '{name}'", failed)) : One(name, declaration, inside);
            if (problem is not null) return (new ObjectValue([]), problem);
            if (output is not null) outputs.Add(KeyValuePair.Create(name, output));
        }

        return (new ObjectValue(outputs.ToImmutable()), null);
    }

    private (PolicyValue? Output, TemplateProblem? Problem) One(string name, ObjectValue declaration, TemplateFrame inside)
    {
        if (ParameterType.Read(declaration, frame.Names.Definitions) is not { } type)
            return (null, TemplateProblem.Invalid($"The template output '{name}' has no type that exists. Please see https://aka.ms/arm-syntax-outputs for usage details."));
        if (type.IsSecure) return (PolicyValueReader.Object(("type", new TextValue(type.Name))), null);
        var value = declaration["copy"] is ObjectValue loop ? CopyLoop.Property(loop, inside, isInnermost: true) : TemplateEvaluator.Evaluate(declaration["value"], inside);
        if (value is FailedValue failed) return (null, TemplateProblem.Failed($"output '{name}'", failed));
        // What is not known yet is the text of an expression, whatever its type will be.
        var isUnknown = value is TextValue && type.JsonName != "String" && declaration["value"] is TextValue text && Expressions.TemplateText.IsExpression(text.Value) && IsExpression(value);
        var problem = isUnknown ? null : new ParameterCheck("template output", frame.Names.Definitions).Problem(name, value, type);
        return problem is null
            ? (PolicyValueReader.Object(("type", new TextValue(type.Name)), ("value", value)), null)
            : (null, new TemplateProblem("DeploymentOutputEvaluationFailed", $"Unable to evaluate template outputs: '{name}'. {problem}"));
    }

    private static bool IsExpression(PolicyValue value) => value is TextValue text && Expressions.TemplateText.IsExpression(text.Value);
}
