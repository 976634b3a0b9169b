using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A property is written that cannot be.</summary>
internal sealed class ModifyOnReadOnlyAliasRule() : FieldRule("modify-on-read-only-alias", LintSeverity.Error, "A property is written that cannot be");
