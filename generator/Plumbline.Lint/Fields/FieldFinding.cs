using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Fields;

/// <summary>What a rule on fields found.</summary>
/// <param name="RuleId">One of <see cref="FieldRuleIds"/>.</param>
/// <param name="Message">One sentence: the alias, what is wrong with reading it like this, and what follows.</param>
/// <param name="Help">What to do, as an imperative; null when the rule's page says it.</param>
/// <param name="Location">Where the condition or the effect stands.</param>
public sealed record FieldFinding(string RuleId, string Message, string? Help, SourceLocation? Location)
{
    /// <summary>The field that is read or written; null when the finding is about the whole rule.</summary>
    public string? Field { get; init; }
}
