using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The service sets the property.</summary>
internal sealed class ReadOnlyFieldAliasRule() : FieldRule("read-only-field-alias", LintSeverity.Warning, "The service sets the property");
