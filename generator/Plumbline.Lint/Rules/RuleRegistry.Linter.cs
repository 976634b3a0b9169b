using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <content>The rules that Azure's policy linter has too, under its identifiers.</content>
public static partial class RuleRegistry
{
    private static LintRule[] Linter =>
    [
    ];
}
