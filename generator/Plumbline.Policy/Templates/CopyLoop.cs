using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>Loops: <c>copy</c> of resources, properties, variables and outputs.</summary>
internal static class CopyLoop
{
    /// <summary>The most rounds of one loop in Azure Resource Manager.</summary>
    public const int MaximumCount = 800;

    /// <summary>The number of rounds, or why there is none.</summary>
    public static (int Count, FailedValue? Failure) Count(ObjectValue loop, TemplateFrame frame) => TemplateEvaluator.Evaluate(loop["count"], frame) switch
    {
        FailedValue failed => (0, failed),
        IntegerValue { Value: >= 0 and <= MaximumCount } count => ((int)count.Value, null),
        var other => (0, new FailedValue(
            $"The copy count must be an integer from 0 to {MaximumCount}, not {ValueDescription.Of(other)}. Please see https://aka.ms/arm-resource-loops for usage details.")),
    };

    /// <summary>The array that a loop of a property, a variable or an output makes: <c>{ name, count, input }</c>.</summary>
    public static PolicyValue Property(ObjectValue loop, TemplateFrame frame, bool isInnermost = false)
    {
        var name = (loop["name"] as TextValue)?.Value ?? "";
        var (count, failure) = Count(loop, frame);
        if (failure is not null) return failure;
        var items = ImmutableArray.CreateBuilder<PolicyValue>(count);
        for (var index = 0; index < count; index++)
        {
            var item = TemplateEvaluator.Evaluate(loop["input"], frame.In(name, index, isInnermost || name.Length == 0));
            if (item is FailedValue) return item;
            items.Add(item);
        }

        return new ArrayValue(items.MoveToImmutable());
    }

    /// <summary>Whether a property called <c>copy</c> is a list of loops and no property of a resource.</summary>
    public static bool IsPropertyLoops(PolicyValue value) =>
        value is ArrayValue { Items.IsEmpty: false } loops
        && loops.Items.All(item => item is ObjectValue loop && loop["name"] is TextValue && loop["count"] is not UndefinedValue && loop["input"] is not UndefinedValue);
}
