using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Rules;

/// <summary>All rules, in the order of their identifiers.</summary>
internal static class RuleRegistry
{
    private static readonly Lazy<ImmutableArray<LintRule>> Everything = new(() => [.. Every().OrderBy(rule => rule.Id, StringComparer.Ordinal)]);

    public static ImmutableArray<LintRule> All => Everything.Value;

    /// <summary>The rule with the identifier, or null.</summary>
    public static LintRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>The identifier that is probably meant, or null.</summary>
    public static string? Nearest(string id) => NearestName.Find(id, All.Select(rule => rule.Id));

    private static IEnumerable<LintRule> Every() =>
    [
        new AllParameterReferencesMustResolveRule(),
        new BlockingEffectOnRoleAssignmentsRule(),
        new BroadTypeMatchingOperatorRule(),
        new ConditionalFieldAliasRule(),
        new CurrentOutsideOfCountRule(),
        new DeeplyNestedFieldAliasRule(),
        new DeploymentDetailsMissingRule(),
        new EffectAllowedValuesShouldNotMixIncompatibleEffectsRule(),
        new EffectParameterMissingAllowedValuesRule(),
        new EffectParameterMissingDefaultValueRule(),
        new EqualityCheckOnNumericFieldRule(),
        new ExpressionNotClosedRule(),
        new FieldAliasUnavailableInApiVersionRule(),
        new FieldAliasUnavailableInLatestApiVersionRule(),
        new FieldAliasUnavailableInOldApiVersionsRule(),
        new HardCodedPolicyEnforcementEffectRule(),
        new InvalidSuppressionRule(),
        new LikeNotlikeWithoutWildcardsRule(),
        new LiteralOfIncompatibleTypeRule(),
        new MatchWithoutWildcardsRule(),
        new ModifyOnReadOnlyAliasRule(),
        new NestedSameTypeQuantifiersShouldBeFlattenedRule(),
        new OptionalFieldAliasRule(),
        new OrderingOperatorOnIncompatibleFieldTypeRule(),
        new ParameterMissingDescriptionRule(),
        new ParameterMissingDisplayNameRule(),
        new ParameterTypeMissingRule(),
        new PolicyRuleReferencesMultipleResourceTypesRule(),
        new ReadOnlyFieldAliasRule(),
        new RepeatedKeyRule(),
        new RequestContextIdentityIsEnforcementOnlyRule(),
        new RiskyEffectParameterDefaultValueRule(),
        new SimplifyMultipleEqualsToInRule(),
        new SimplifyMultipleNotequalsToNotinRule(),
        new StringNotInEnumRule(),
        new SystemRule(),
        new TrygetUseWithNullCoercingOperatorRule(),
        new TypeConditionFirstInAllofRule(),
        new UnguardedRequestContextIdentityAccessRule(),
        new UnguardedTrygetOperatorValueRule(),
        new UnknownDetailsValueRule(),
        new UnknownEffectRule(),
        new UnnecessaryQuantifierWrapperRule(),
        new UnsupportedTemplateFunctionRule(),
        new UnusedParameterRule(),
        new UnusedSuppressionRule(),
    ];
}
