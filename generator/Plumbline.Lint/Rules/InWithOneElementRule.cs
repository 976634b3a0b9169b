using Newtonsoft.Json.Linq;
using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>A list of one literal.</summary>
public sealed class InWithOneElementRule() : LintRule("in-with-one-element", LintSeverity.Informational, "List of one element")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Conditions
        .Where(node => node.Focus is JArray { Count: 1 })
        .Select(node => (node.Focus, Simple: Simple(node.OperatorProperty?.Name)))
        .Where(item => item.Simple is not null)
        .Select(item => Finding(subject.At(item.Focus), $"a list of one element says what '{item.Simple}' says", $"compare with '{item.Simple}'"));

    private static string? Simple(string? name) => name?.ToUpperInvariant() switch { "IN" => "equals", "NOTIN" => "notEquals", _ => null };
}
