using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Rules;

/// <summary>A rule: an identifier, a severity, and a question to a document. Rules have no state and know nothing of one another.</summary>
/// <param name="id">In kebab case; the name of the class and of the page follow from it.</param>
/// <param name="severity">The severity of its findings, unless one says otherwise.</param>
/// <param name="title">What it reports, in a few words.</param>
internal abstract class LintRule(string id, LintSeverity severity, string title)
{
    public string Id { get; } = id;

    public LintSeverity Severity { get; } = severity;

    public string Title { get; } = title;

    /// <summary>Whether the rule takes part unless it is asked for by name.</summary>
    public virtual bool IsDefault => true;

    /// <summary>Everything that the rule has to say of a document, in any order.</summary>
    public abstract IEnumerable<LintFinding> Check(LintDocument document);

    /// <summary>The help that offers the known name that is near, or says something else when none is.</summary>
    protected static string Suggest(string name, IEnumerable<string> known, string otherwise) =>
        NearestName.Find(name, known) is { } near ? $"did you mean '{near}'?" : otherwise;

    /// <summary>A finding at a token; at the start of the document when it is null.</summary>
    protected LintFinding Finding(LintDocument document, JToken? at, string message, string? help = null) => Finding(document.At(at), message, help);

    /// <summary>A finding at a place.</summary>
    protected LintFinding Finding(SourceLocation at, string message, string? help = null) => new(Id, Severity, message, help, at);
}
