using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <content>The rules that only Plumbline has.</content>
public static partial class RuleRegistry
{
    internal static LintRule[] Own =>
    [
        new BroadRoleRule(),
        new ContradictoryTypesRule(),
        new DefaultNotAllowedRule(),
        new DocumentRemarkRule(),
        new DoubleNegationRule(),
        new DuplicateConditionRule(),
        new DuplicateReferenceRule(),
        new InWithOneElementRule(),
        new LimitExceededRule(),
        new MissingRolesRule(),
        new UndeclaredGroupRule(),
        new UnknownAliasRule(),
        new UnsupportedFunctionRule(),
        new UnusedParameterRule(),
    ];
}
