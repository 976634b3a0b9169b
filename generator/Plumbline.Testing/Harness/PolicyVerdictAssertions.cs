using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Harness;

/// <summary>What a policy says of a resource, and expectations of it. Each <c>Should</c> method answers the verdict, so that they can be chained.</summary>
/// <param name="verdict">The verdict.</param>
public sealed class PolicyVerdictAssertions(TestVerdict verdict)
{
    /// <summary><c>NonCompliant</c>, <c>Compliant</c>, <c>NotApplicable</c>, <c>Unknown</c>, <c>Protected</c> or <c>Error</c>.</summary>
    public string Compliance => verdict.Compliance;

    /// <summary>The effect that takes place, or null.</summary>
    public string? Effect => verdict.Effect;

    /// <summary>Whether the request is refused.</summary>
    public bool IsDenied => verdict.IsDenied;

    /// <summary>The deciding conditions, such as <c>properties.a is true; expected: notEquals true</c>.</summary>
    public ImmutableArray<string> Reasons => verdict.Reasons;

    /// <summary>The resource as modify or append leave it, as compact JSON; null when neither takes place.</summary>
    public string? ChangedResource => verdict.Changed is { } changed ? PolicyValueWriter.ToCompactJson(changed) : null;

    /// <summary>Expects a state.</summary>
    /// <exception cref="PolicyAssertionException">It is another one.</exception>
    public PolicyVerdictAssertions ShouldBe(string compliance) => Expect(string.Equals(Compliance, compliance, StringComparison.Ordinal), "compliance", compliance, Compliance);

    /// <summary>Expects an effect to take place; null expects none.</summary>
    /// <exception cref="PolicyAssertionException">Another one does, or none.</exception>
    public PolicyVerdictAssertions ShouldHaveEffect(string? effect) => Expect(string.Equals(Effect, effect, StringComparison.OrdinalIgnoreCase), "effect", effect ?? "none", Effect ?? "none");

    /// <summary>Expects the request to be refused.</summary>
    /// <exception cref="PolicyAssertionException">It is not, or this is none.</exception>
    public PolicyVerdictAssertions ShouldBeDenied() => Expect(IsDenied, "request", "denied", "allowed");

    /// <summary>Expects the request to be let through.</summary>
    /// <exception cref="PolicyAssertionException">It is refused.</exception>
    public PolicyVerdictAssertions ShouldBeAllowed() => Expect(!IsDenied, "request", "allowed", "denied");

    /// <summary>Expects a deciding condition with this text in it.</summary>
    /// <exception cref="PolicyAssertionException">There is none.</exception>
    public PolicyVerdictAssertions ShouldBeBecause(string reason) =>
        Expect(Reasons.Any(item => item.Contains(reason, StringComparison.Ordinal)), "reason", reason, Reasons.IsEmpty ? "none" : string.Join(" | ", Reasons));

    /// <summary>Expects modify or append to leave this resource; the order of members does not matter.</summary>
    /// <exception cref="PolicyAssertionException">They leave another one, or nothing is changed.</exception>
    public PolicyVerdictAssertions ShouldChangeTo(string resource)
    {
        var expected = PolicyHarness.Read(resource, nameof(resource));
        return Expect(verdict.Changed is { } changed && changed.Equals(expected), "changed resource", PolicyValueWriter.ToCompactJson(expected), ChangedResource ?? "unchanged");
    }

    /// <summary>The explanation: the verdict, the conditions that decided it, and the whole tree.</summary>
    public override string ToString() => string.Join('\n', ExplanationText.Of(verdict.Leading.Result, withTree: true));

    private PolicyVerdictAssertions Expect(bool holds, string what, string expected, string actual) =>
        holds ? this : throw new PolicyAssertionException($"{what}: expected {expected}, was {actual}\n{this}");
}
