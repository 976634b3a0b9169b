using System.Collections.Immutable;
using System.Globalization;

namespace Plumbline.Planning.Operate;

/// <summary>Attestations as lines for people.</summary>
public static class AttestationText
{
    /// <summary>What becomes of them.</summary>
    public static IEnumerable<string> Of(ImmutableArray<AttestationChange> changes)
    {
        foreach (var change in changes.Where(change => change.Action != AttestationAction.Unchanged))
        {
            yield return $"{Mark(change.Action)} {change.Title}  {change.State}  {change.Scope}{(change.Differences.IsEmpty ? "" : $"  ({string.Join(", ", change.Differences)})")}";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(changes, AttestationAction.Create)} to create, {Count(changes, AttestationAction.Update)} to update, {Count(changes, AttestationAction.Unchanged)} unchanged, {Count(changes, AttestationAction.Undeclared)} not declared any more (left alone).");
    }

    private static int Count(ImmutableArray<AttestationChange> changes, AttestationAction action) => changes.Count(change => change.Action == action);

    private static string Mark(AttestationAction action) => action switch
    {
        AttestationAction.Create => "+",
        AttestationAction.Update => "~",
        _ => "?",
    };
}
