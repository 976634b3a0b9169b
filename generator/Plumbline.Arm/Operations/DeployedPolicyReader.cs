using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Reads what is deployed for an environment, as commands that operate it need it.</summary>
public sealed class DeployedPolicyReader
{
    private readonly OperationClient client;

    /// <summary>A reader over a connection.</summary>
    public DeployedPolicyReader(ArmConnection connection) => client = new(connection);

    /// <summary>The assignments of the environment with their definitions.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<ArmOutcome<DeployedPolicies>> ReadAsync(DeploymentEnvironment environment, CancellationToken cancellation)
    {
        var (documents, failure, diagnostics) = await DocumentsAsync(environment, cancellation);
        return failure is null ? Found(environment, documents, diagnostics) : new(null, failure, [failure.ToDiagnostic(environment.At)]);
    }

    /// <summary>The same with all that decides about a resource: exemptions, enrolments, attestations and management groups.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="below">Its subscriptions.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<ArmOutcome<DeployedPolicies>> ReadAllAsync(DeploymentEnvironment environment, SubscriptionsBelow below, CancellationToken cancellation)
    {
        var (documents, failure, diagnostics) = await DocumentsAsync(environment, cancellation);
        if (failure is not null) return new(null, failure, [failure.ToDiagnostic(environment.At)]);
        var assignments = DeployedPolicies.Owned(environment, documents.Assignments).ToImmutableArray();
        var (exemptions, first) = await ListsAsync(
            assignments.Select(one => (ArmObjectKind.PolicyExemption.CollectionAt(one.Scope), ArmObjectKind.PolicyExemption.ApiVersion(), (string?)$"policyAssignmentId eq '{Quoted(one.Id)}'")), cancellation);
        var (enrollments, second) = await ListsAsync(
            assignments.Where(Enrolls).Select(one => ($"{one.Scope}/providers/Microsoft.Authorization/policyEnrollments", OperationVersions.Enrollments, (string?)null)), cancellation);
        var isManual = new DeployedPolicies(environment, documents).Assignments.SelectMany(one => one.Members).Any(member => member.HasEffect(EffectNames.Manual));
        var (attestations, third) = isManual ? await AttestationsAsync(below.Subscriptions, cancellation) : ([], null);
        if ((first ?? second ?? third) is { } failed) return new(null, failed, [failed.ToDiagnostic(environment.At)]);
        var all = documents with { Exemptions = exemptions, Enrollments = enrollments, Attestations = attestations, Parents = below.Parents };
        return Found(environment, all, diagnostics);
    }

    /// <summary>All attestations below subscriptions.</summary>
    internal Task<(ImmutableArray<ObjectValue> Items, ArmFailure? Failure)> AttestationsAsync(IEnumerable<string> subscriptions, CancellationToken cancellation) =>
        ListsAsync(subscriptions.Select(one => ($"{one}/providers/Microsoft.PolicyInsights/attestations", OperationVersions.PolicyInsights, (string?)null)), cancellation);

    private static ArmOutcome<DeployedPolicies> Found(DeploymentEnvironment environment, DeployedDocuments documents, ImmutableArray<Diagnostic> diagnostics)
    {
        var deployed = new DeployedPolicies(environment, documents);
        return new(deployed, null, [.. deployed.Remarks, .. diagnostics]);
    }

    private async Task<(DeployedDocuments Documents, ArmFailure? Failure, ImmutableArray<Diagnostic> Diagnostics)> DocumentsAsync(DeploymentEnvironment environment, CancellationToken cancellation)
    {
        const ArmObjectKind Kind = ArmObjectKind.PolicyAssignment;
        var scopes = environment.Assignments.SelectMany(one => one.Scopes).Select(scope => scope.TrimEnd('/')).Distinct(StringComparer.OrdinalIgnoreCase);
        var (items, failure) = await ListsAsync(scopes.Select(scope => (Kind.CollectionAt(scope), Kind.ApiVersion(), (string?)"atExactScope()")), cancellation);
        if (failure is not null) return (new([], []), failure, []);
        ImmutableArray<ArmObject> assignments = [.. items.Select(item => ArmObject.From(Kind, item)).OfType<ArmObject>()];
        var (definitions, failed, diagnostics) = await new DeployedDefinitions(client).ReadAsync(environment.DefinitionScope, DeployedPolicies.Owned(environment, assignments), environment.At, cancellation);
        return (new(assignments, definitions), failed, diagnostics);
    }

    // A scope that is not there has nothing.
    private async Task<(ImmutableArray<ObjectValue> Items, ArmFailure? Failure)> ListsAsync(IEnumerable<(string Path, string Version, string? Filter)> lists, CancellationToken cancellation)
    {
        var answers = await OperationClient.ManyAsync(lists.Distinct(), (list, token) => client.ListAsync(list.Path, list.Version, list.Filter, token), cancellation);
        return (
            [.. answers.SelectMany(answer => answer.Items).DistinctBy(item => item["id"] is TextValue id ? id.Value.ToUpperInvariant() : "")],
            answers.Select(answer => answer.Failure).FirstOrDefault(failure => failure is not null and not { Kind: ArmFailureKind.NotFound }));
    }

    private static bool Enrolls(ArmObject assignment) => assignment.Properties["enforcementMode"] is TextValue mode && string.Equals(mode.Value, "Enroll", StringComparison.OrdinalIgnoreCase);

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
