using Plumbline.Planning.Plans;
using Plumbline.Policy.Evaluation;
using Plumbline.Scan.Impact;

namespace Plumbline.Cli.Impact;

/// <summary>Counts the resources of one control; each counts once, however many policies concern it.</summary>
internal sealed class ControlTally
{
    private readonly HashSet<string> compliant = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> newlyNonCompliant = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> newlyCompliant = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> denied = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> modified = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> deployed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts a resource.</summary>
    /// <param name="resource">What it is called.</param>
    /// <param name="before">What the policies of the control say before the change.</param>
    /// <param name="after">What they say after it.</param>
    public void Add(string resource, IEnumerable<PolicyOutcome> before, IEnumerable<PolicyOutcome> after)
    {
        var (old, now) = (before.ToList(), after.ToList());
        var (was, becomes) = (WorstOf(old), WorstOf(now));
        if (becomes == ImpactState.Compliant) compliant.Add(resource);
        if (becomes == ImpactState.Compliant && was == ImpactState.NonCompliant) newlyCompliant.Add(resource);
        if (becomes == ImpactState.NonCompliant && was != ImpactState.NonCompliant) newlyNonCompliant.Add(resource);
        if (Has(now, PolicyOutcome.Denied) && !Has(old, PolicyOutcome.Denied)) denied.Add(resource);
        if (Has(now, EffectNames.Modify, EffectNames.Append) && !Has(old, EffectNames.Modify, EffectNames.Append)) modified.Add(resource);
        if (Has(now, EffectNames.DeployIfNotExists) && !Has(old, EffectNames.DeployIfNotExists)) deployed.Add(resource);
    }

    /// <summary>The counts.</summary>
    public ControlImpact Impact(string control) => new(control, compliant.Count, newlyNonCompliant.Count, newlyCompliant.Count, denied.Count, modified.Count, deployed.Count);

    /// <summary>The state that counts of several policies.</summary>
    public static ImpactState WorstOf(IEnumerable<PolicyOutcome> outcomes) => outcomes.Select(outcome => outcome.State).DefaultIfEmpty(ImpactState.NotApplicable).Max();

    private static bool Has(List<PolicyOutcome> outcomes, params ReadOnlySpan<string> effects)
    {
        foreach (var outcome in outcomes)
        {
            if (effects.Contains(outcome.Effect)) return true;
        }

        return false;
    }
}
