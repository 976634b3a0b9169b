using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>
/// Expands the template of a deployment: with the emulator's own engine, and where that fails with Microsoft's, if it is there. What Microsoft's refuses is refused in its words.
/// </summary>
/// <param name="expander">Microsoft's engine, or null.</param>
internal sealed class DeploymentPlanner(ITemplateExpander? expander)
{
    // Microsoft's words around the reason, as its command-line interface prints them.
    private const string SnapshotPrefix = "Template snapshotting could not be completed for the following reason: '";

    /// <summary>The template expanded, or the refusal.</summary>
    public async Task<(TemplateExpansion? Plan, ArmError? Error)> PlanAsync(ArmState state, RequestedDeployment deployment, CancellationToken cancellation)
    {
        var expansion = Expand(state, deployment, deployment.Template, deployment.Parameters);
        if (expansion.Problems.IsEmpty) return (expansion, null);
        var problem = expansion.Problems[0];
        // Parameters are checked here as there; only what the engine could not evaluate is worth a second look.
        if (!problem.CouldBeMisunderstood) return (null, DeploymentErrors.Of(problem));
        if (expander is null) return (null, problem.IsMissingFunction ? DeploymentErrors.NeedsBicep(problem.Message) : DeploymentErrors.Of(problem));
        var snapshot = await expander.ExpandAsync(RequestOf(state, deployment), cancellation);
        if (snapshot.Problem is { } reason) return (null, DeploymentErrors.Of(Worded(problem, reason)));
        var second = Expand(state, deployment, SnapshotTemplate.Of(deployment.Template, snapshot), ImmutableDictionary<string, PolicyValue>.Empty);
        return second.Problems.IsEmpty ? (second with { Parameters = expansion.Parameters }, null) : (null, DeploymentErrors.Of(second.Problems[0]));
    }

    private static TemplateExpansion Expand(ArmState state, RequestedDeployment deployment, ObjectValue template, ImmutableDictionary<string, PolicyValue> parameters) => TemplateExpander.Expand(
        template,
        parameters.ToImmutableDictionary(pair => pair.Key, pair => new ParameterInput(pair.Value), StringComparer.OrdinalIgnoreCase),
        deployment.Place, deployment.Facts, new StateWorld(state, isFinal: false));

    private static TemplateSnapshotRequest RequestOf(ArmState state, RequestedDeployment deployment) => new(
        deployment.Template, deployment.Parameters, deployment.Place, deployment.Id.Name,
        deployment.Location ?? state.Find(deployment.Place.Scope)?.Body.Text("location"));

    private static TemplateProblem Worded(TemplateProblem own, string reason)
    {
        var at = reason.IndexOf(SnapshotPrefix, StringComparison.Ordinal);
        if (at < 0) return own;
        var words = reason[(at + SnapshotPrefix.Length)..].Trim();
        return new TemplateProblem("InvalidTemplate", $"Deployment template validation failed: '{words.TrimEnd('.').TrimEnd('\'')}'.");
    }
}
