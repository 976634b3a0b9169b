using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Deployment;

/// <summary>Compares what is to exist with what the endpoint has. Reads only.</summary>
public sealed class PlanBuilder(ArmConnection connection)
{
    /// <summary>The plan; null when a document is not deployable or a call failed.</summary>
    public async Task<ArmOutcome<DeploymentPlan>> BuildAsync(DesiredState desired, PlanOptions options, CancellationToken cancellation)
    {
        var problems = DesiredStateCheck.Check(desired, connection.Target, options.At);
        if (problems.Any(problem => problem.IsError)) return new(null, null, problems);

        var wanted = DesiredObjects.At(connection.Scope, desired, connection.Target.Assignment);
        var (live, failure) = await new LiveStateReader(connection).ReadAsync(wanted, desired.Initiative.Name, cancellation);
        if (failure is not null || live is null) return new(null, failure, failure is null ? problems : problems.Add(failure.ToDiagnostic(options.At)));

        var changes = wanted.Select(one => Change(one, live.Find(one.Id))).Concat(live.Orphans.Select(one => Orphan(one, options))).ToImmutableArray();
        problems = [.. problems, .. wanted.SelectMany(one => Problems(one, live.Find(one.Id), desired.Initiative.Name)), .. Kept(changes, options.At)];
        return new(problems.Any(problem => problem.IsError) ? null : new(connection.Target.Scope, changes), null, problems);
    }

    /// <summary>What of an object is not as wanted; the one comparison that planning and confirming share.</summary>
    internal static ImmutableArray<PropertyDifference> Compare(ArmObjectKind kind, LiveObject live, JObject body) =>
        StructuralDiff.Compare("properties", Normalisation.Of(kind, live.Properties), Normalisation.Of(kind, Properties(body)));

    private static PlannedChange Change(DesiredObject wanted, LiveObject? live)
    {
        if (live is null) return new(wanted.Kind, wanted.Name, wanted.Id, ChangeAction.Create, [], wanted.Body, wanted.File);

        var differences = Compare(wanted.Kind, live, wanted.Body);
        var action = differences.IsEmpty ? ChangeAction.NoChange : ChangeAction.Update;
        return new(wanted.Kind, wanted.Name, wanted.Id, action, differences, PutBody.Over(wanted, live), wanted.File);
    }

    private static PlannedChange Orphan(LiveObject live, PlanOptions options) =>
        new(live.Kind, live.Name, live.Id, options.DeleteOrphans ? ChangeAction.Delete : ChangeAction.Orphan, [], null, options.At.File);

    private static ImmutableArray<Diagnostic> Problems(DesiredObject wanted, LiveObject? live, string initiative)
    {
        if (live is null) return [];

        var incompatible = ParameterCompatibility.Check(wanted, Normalisation.Of(wanted.Kind, live.Properties), Normalisation.Of(wanted.Kind, Properties(wanted.Body)));
        var owner = Ownership.Of(live);
        return string.Equals(owner, initiative, StringComparison.OrdinalIgnoreCase)
            ? incompatible
            : incompatible.Add(DiagnosticCatalog.TakesOverForeignObject(new SourceLocation(wanted.File), wanted.Id, owner));
    }

    private static IEnumerable<Diagnostic> Kept(ImmutableArray<PlannedChange> changes, SourceLocation at) =>
        changes.Where(change => change.Action == ChangeAction.Orphan).Select(change => DiagnosticCatalog.OrphanFound(at, change.Id));

    private static ObjectValue Properties(JObject body) =>
        body["properties"] is { } properties && PolicyValueReader.FromToken(properties) is ObjectValue value ? value : new ObjectValue([]);
}
