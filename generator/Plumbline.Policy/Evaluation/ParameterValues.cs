using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>What <c>parameters()</c> reads: the given values, then the declared defaults.</summary>
internal sealed class ParameterValues(ImmutableArray<PolicyParameter> declared, ImmutableDictionary<string, PolicyValue> given)
{
    /// <summary>No parameters.</summary>
    public static ParameterValues None { get; } = new([], ImmutableDictionary<string, PolicyValue>.Empty);

    /// <summary>The value, or a failure for a parameter that is not declared or has none.</summary>
    public PolicyValue this[string name]
    {
        get
        {
            if (Given(name) is { } value) return value;
            var parameter = declared.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase));
            if (parameter is null) return new FailedValue($"parameter '{name}' is not declared");
            return parameter.DefaultValue ?? new FailedValue($"parameter '{parameter.Name}' has neither a value nor a default");
        }
    }

    private PolicyValue? Given(string name)
    {
        if (given.TryGetValue(name, out var value)) return value;
        foreach (var (key, other) in given)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return other;
        }

        return null;
    }
}
