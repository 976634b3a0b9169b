using System.Collections.Immutable;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;
using Plumbline.Testing.Resources;

namespace Plumbline.Testing.Running;

/// <summary>Compares verdicts with expectations.</summary>
internal static class ExpectationChecker
{
    private const string Nothing = "none";

    /// <summary>Everything that is not as expected, in the order of the documentation.</summary>
    public static ImmutableArray<Mismatch> Check(Expectation expect, TestVerdict verdict) =>
    [
        .. Text(expect, "compliance", expect.Compliance, verdict.Compliance),
        .. Text(expect, "effect", expect.Effect, verdict.Effect ?? Nothing),
        .. Truth(expect, "matched", expect.Matched, verdict.IsMatched),
        .. Truth(expect, "applicable", expect.Applicable, verdict.IsApplicable),
        .. Reasons(expect, verdict),
        .. Resource(expect, verdict),
        .. Truth(expect, "denied", expect.Denied, verdict.IsDenied),
        .. Message(expect, verdict),
        .. Text(expect, "existing", expect.Existing, verdict.Leading.Existing ?? "nothing was looked for"),
        .. expect.Policies.SelectMany(policy => Member(expect, verdict, policy.Key, policy.Value)),
    ];

    private static IEnumerable<Mismatch> Text(Expectation expect, string what, string? expected, string actual) =>
        expected is null || string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase) ? [] : [Of(expect, what, expected, actual)];

    private static IEnumerable<Mismatch> Truth(Expectation expect, string what, bool? expected, bool actual) =>
        expected is null || expected == actual ? [] : [Of(expect, what, expected.Value ? "true" : "false", actual ? "true" : "false")];

    private static IEnumerable<Mismatch> Reasons(Expectation expect, TestVerdict verdict)
    {
        if (expect.Reasons.IsEmpty) return [];
        var actual = verdict.Reasons;
        return expect.Reasons.Where(reason => !actual.Any(condition => condition.Contains(reason, StringComparison.Ordinal)))
            .Select(reason => Of(expect, "reason", reason, actual.IsEmpty ? Nothing : string.Join(" | ", actual)));
    }

    private static IEnumerable<Mismatch> Resource(Expectation expect, TestVerdict verdict)
    {
        var changed = verdict.Changed;
        if (expect.Resource is { } whole && !whole.Equals(changed)) yield return Of(expect, "resource", Json(whole), changed is null ? "it is not changed" : Json(changed));
        foreach (var change in expect.Changes)
        {
            var actual = changed is null ? null : PathReader.Read(changed, change.Path);
            if (actual is not null && (actual.Equals(change.Value) || (change.Value is NullValue && actual is UndefinedValue))) continue;
            yield return new Mismatch(change.Text, Json(change.Value), actual is null ? "the resource is not changed" : Json(actual), change.Location);
        }
    }

    private static IEnumerable<Mismatch> Message(Expectation expect, TestVerdict verdict) =>
        expect.Message is not { } part || verdict.Message?.Contains(part, StringComparison.Ordinal) == true ? [] : [Of(expect, "message", part, verdict.Message ?? "the write is not refused")];

    private static IEnumerable<Mismatch> Member(Expectation expect, TestVerdict verdict, string reference, string expected)
    {
        var member = verdict.Members.FirstOrDefault(candidate => string.Equals(candidate.Tested.Reference?.ReferenceId, reference, StringComparison.OrdinalIgnoreCase));
        var actual = member?.Result.Status.ToString() ?? "there is no such reference";
        return actual == expected ? [] : [new Mismatch($"policies.{reference}", expected, actual, expect.LocationOf("policies"))];
    }

    private static Mismatch Of(Expectation expect, string what, string expected, string actual) => new(what, expected, actual, expect.LocationOf(what));

    private static string Json(PolicyValue value) => value is UndefinedValue ? "missing" : PolicyValueWriter.ToCompactJson(value);
}
