using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <content>The rules that only Plumbline has.</content>
public static partial class RuleRegistry
{
    private static LintRule[] Own =>
    [
        new DoubleNegationRule(),
        new InWithOneElementRule(),
        new LimitExceededRule(),
        new UnsupportedFunctionRule(),
        new UnusedParameterRule(),
    ];
}
