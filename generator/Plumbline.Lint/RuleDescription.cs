using Plumbline.Lint.Findings;

namespace Plumbline.Lint;

/// <summary>What there is to know of a rule before it is applied.</summary>
/// <param name="Id">The identifier, also the name of its page in <c>generator/docs/rules</c>.</param>
/// <param name="Severity">The severity of its findings, unless one says otherwise.</param>
/// <param name="Title">What it reports, in a few words.</param>
/// <param name="IsDefault">Whether it is part of the default set.</param>
public sealed record RuleDescription(string Id, LintSeverity Severity, string Title, bool IsDefault);
