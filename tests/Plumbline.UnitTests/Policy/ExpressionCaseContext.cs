using Newtonsoft.Json.Linq;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

/// <summary>What an expression reads in a case: the given parameters and context objects, a fixed clock, and fields by their plain path.</summary>
internal sealed class ExpressionCaseContext(JObject parameters, JObject context, JObject resource) : IFunctionContext
{
    public DateTimeOffset UtcNow { get; } = new(2025, 6, 30, 12, 0, 0, TimeSpan.Zero);

    public PolicyValue Parameter(string name) =>
        Member(parameters, name) is { } value ? PolicyValueReader.FromToken(value) : new FailedValue($"parameter {ValueDescription.Quote(name)} has no value");

    public PolicyValue Field(string name)
    {
        JToken? found = resource;
        foreach (var step in name.Split('.')) found = found is JObject item ? Member(item, step) : null;
        return found is null ? NullValue.Instance : PolicyValueReader.FromToken(found);
    }

    public PolicyValue Current(string? name) => new FailedValue("there is no count");

    public PolicyValue ContextObject(string function) =>
        context[function] is { } value ? PolicyValueReader.FromToken(value) : new FailedValue($"{function}() has no value here");

    private static JToken? Member(JObject item, string name) => item.GetValue(name, StringComparison.OrdinalIgnoreCase);
}
