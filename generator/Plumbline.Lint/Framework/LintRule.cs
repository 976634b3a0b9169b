using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Framework;

/// <summary>One thing that the linter looks for. Stateless; the page <c>generator/docs/rules/ID.md</c> explains it.</summary>
/// <param name="id">The stable identifier; that of Azure's policy linter where it has the rule.</param>
/// <param name="severity">The severity unless configured otherwise.</param>
/// <param name="title">A few words.</param>
public abstract class LintRule(string id, LintSeverity severity, string title)
{
    /// <summary>The stable identifier.</summary>
    public string Id { get; } = id;

    /// <summary>The severity unless configured otherwise.</summary>
    public LintSeverity Severity { get; } = severity;

    /// <summary>A few words.</summary>
    public string Title { get; } = title;

    /// <summary>Everything that the rule has to say of a document, in the order of the text.</summary>
    public abstract IEnumerable<LintFinding> Check(LintSubject subject);

    /// <summary>A finding of this rule.</summary>
    protected LintFinding Finding(SourceLocation at, string message, string? help = null) => new(Id, Severity, message, at) { Help = help };
}
