using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Coverage;

/// <summary>Counts how often effects, allowed values and existence branches of a definition were used.</summary>
/// <param name="tested">The definition.</param>
/// <param name="verdicts">What it said in all tests.</param>
internal sealed partial class RuleValues(TestedDefinition tested, ImmutableArray<MemberVerdict> verdicts)
{
    private readonly PolicyParameter? effect = EffectParameter(tested.Definition);

    /// <summary>The effects that the definition can have; Disabled was used when it was evaluated with it.</summary>
    public ImmutableArray<ValueCoverage> Effects()
    {
        var at = tested.Place(effect?.Location ?? tested.Definition.Then.Location);
        return [.. EffectValues().Select(name => new ValueCoverage(effect?.Name ?? "effect", name, verdicts.Count(verdict => TookPlace(verdict, name)), at))];
    }

    /// <summary>The allowed values of the other parameters.</summary>
    public ImmutableArray<ValueCoverage> Values() =>
        [.. tested.Definition.Parameters.Where(parameter => parameter != effect).SelectMany(parameter => parameter.AllowedValues.Select(value =>
            new ValueCoverage(parameter.Name, ConditionText.Of(new Operand(value)), verdicts.Count(verdict => IsUsed(verdict, parameter, value)), tested.Place(parameter.Location))))];

    /// <summary>What an IfNotExists effect may find.</summary>
    public ImmutableArray<ValueCoverage> Existence()
    {
        if (tested.Definition.Then.TypedDetails is not ExistenceDetails details) return [];
        ImmutableArray<string> branches = details.ExistenceCondition is null ? ["none", "satisfied"] : ["none", "unsatisfied", "satisfied"];
        var at = tested.Place(tested.Definition.Then.Location);
        return [.. branches.Select(branch => new ValueCoverage("existing", branch, verdicts.Count(verdict => verdict.Existing == branch), at))];
    }

    private ImmutableArray<string> EffectValues()
    {
        if (effect is null) return tested.Definition.Then.Effect.StartsWith('[') ? [] : [tested.Definition.Then.Effect];
        ImmutableArray<PolicyValue> values = !effect.AllowedValues.IsEmpty ? effect.AllowedValues : effect.DefaultValue is { } value ? [value] : [];
        return [.. values.OfType<TextValue>().Select(text => text.Value)];
    }

    private static bool TookPlace(MemberVerdict verdict, string name) =>
        string.Equals(verdict.Result.Effect, name, StringComparison.OrdinalIgnoreCase) && (verdict.Result.TakesEffect || verdict.Result.Effect == EffectNames.Disabled);

    private static bool IsUsed(MemberVerdict verdict, PolicyParameter parameter, PolicyValue value)
    {
        var given = verdict.Parameters.FirstOrDefault(item => string.Equals(item.Key, parameter.Name, StringComparison.OrdinalIgnoreCase)).Value ?? parameter.DefaultValue;
        return value.Equals(given) || (given is ArrayValue array && array.Items.Contains(value));
    }

    private static PolicyParameter? EffectParameter(PolicyDefinition definition) =>
        ParameterCall().Match(definition.Then.Effect) is { Success: true } call
            ? definition.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, call.Groups["name"].Value, StringComparison.OrdinalIgnoreCase))
            : null;

    [GeneratedRegex(@"^\[\s*parameters\(\s*'(?<name>[^']+)'\s*\)\s*\]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParameterCall();
}
