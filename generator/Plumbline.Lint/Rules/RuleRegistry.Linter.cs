using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <content>The rules that Azure's policy linter has too, under its identifiers.</content>
public static partial class RuleRegistry
{
    internal static LintRule[] Linter =>
    [
        new AllParameterReferencesMustResolveRule(),
        new BlockingEffectOnRoleAssignmentsRule(),
        new BroadTypeMatchingOperatorRule(),
        new EffectAllowedValuesShouldNotMixIncompatibleEffectsRule(),
        new EffectParameterMissingAllowedValuesRule(),
        new EffectParameterMissingDefaultValueRule(),
        new HardCodedPolicyEnforcementEffectRule(),
        new LikeNotLikeWithoutWildcardsRule(),
        new MatchWithoutWildcardsRule(),
        new NestedSameTypeQuantifiersShouldBeFlattenedRule(),
        new ParameterMissingDescriptionRule(),
        new ParameterMissingDisplayNameRule(),
        new RequestContextIdentityIsEnforcementOnlyRule(),
        new RiskyEffectParameterDefaultValueRule(),
        new SimplifyMultipleEqualsToInRule(),
        new SimplifyMultipleNotEqualsToNotInRule(),
        new TryGetUseWithNullCoercingOperatorRule(),
        new TypeConditionFirstInAllOfRule(),
        new UnguardedRequestContextIdentityAccessRule(),
        new UnguardedTryGetOperatorValueRule(),
        new UnnecessaryQuantifierWrapperRule(),
    ];
}
