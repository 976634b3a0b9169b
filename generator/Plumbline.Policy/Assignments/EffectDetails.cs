using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>The details of an effect that takes place.</summary>
internal static class EffectDetails
{
    /// <summary>The details as far as they are known without evaluation: those of a violation, when they hold no expression; else null.</summary>
    public static PolicyValue? Of(PolicyDefinition? definition, EvaluationResult result) =>
        result.Status == EvaluationStatus.NonCompliant && definition?.Then.Details is { } details && !HasExpression(details) ? details : null;

    private static bool HasExpression(PolicyValue value) => value switch
    {
        TextValue text => TemplateText.IsExpression(text.Value),
        ArrayValue array => array.Items.Any(HasExpression),
        ObjectValue item => item.Properties.Any(property => HasExpression(property.Value)),
        _ => false,
    };
}
