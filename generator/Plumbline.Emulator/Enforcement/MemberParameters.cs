using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>The values an initiative passes to one of its members.</summary>
internal static class MemberParameters
{
    /// <summary>The values by name without regard to case; or why they cannot be had.</summary>
    public static (ImmutableDictionary<string, PolicyValue> Values, string? Error) Bind(
        PolicyDefinitionReference reference, PolicySetDefinition set, ImmutableDictionary<string, PolicyValue> assigned)
    {
        var values = ImmutableDictionary.CreateBuilder<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in reference.Parameters)
        {
            var source = ParameterReferences.Whole(value);
            if (source is null && ParameterReferences.IsExpression(value)) return (values.ToImmutable(), $"the expression of parameter '{name}' cannot be evaluated");
            var bound = source is null ? Literal(value) : assigned.GetValueOrDefault(source) ?? ParameterValues.Find(set.Parameters, source)?.DefaultValue;
            if (bound is null) return (values.ToImmutable(), $"parameter '{source}' of the initiative has neither a value nor a default");
            values[name] = bound;
        }

        return (values.ToImmutable(), null);
    }

    private static PolicyValue Literal(PolicyValue value) => value is TextValue text ? new TextValue(TemplateText.Unescape(text.Value)) : value;
}
