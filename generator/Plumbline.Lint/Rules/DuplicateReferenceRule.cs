using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Reference ids that an initiative has twice: Azure refuses it.</summary>
public sealed class DuplicateReferenceRule() : LintRule("duplicate-reference-id", LintSeverity.Error, "Reference id that is there twice")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        (subject.SetDefinition?.References ?? [])
            .Where(reference => reference.ReferenceId.Length > 0)
            .GroupBy(reference => reference.ReferenceId, StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Skip(1))
            .Where(reference => reference.Location is not null)
            .Select(reference => Finding(reference.Location ?? new(subject.Source.File), $"the reference id '{reference.ReferenceId}' is there twice; Azure refuses the initiative", "give each reference an id of its own"));
}
