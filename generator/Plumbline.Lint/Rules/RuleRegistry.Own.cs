using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <content>The rules that only Plumbline has.</content>
public static partial class RuleRegistry
{
    private static LintRule[] Own =>
    [
    ];
}
