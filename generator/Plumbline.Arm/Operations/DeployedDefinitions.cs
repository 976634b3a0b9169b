using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Reads the definitions and initiatives that assignments refer to: those of the environment as one list, others one by one.</summary>
internal sealed class DeployedDefinitions(OperationClient client)
{
    /// <summary>The documents; those with a pinned version that is not the newest come in all versions. What cannot be read is a warning.</summary>
    /// <param name="definitionScope">Where the environment keeps its own.</param>
    /// <param name="assignments">What refers to them.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<(ImmutableArray<ArmObject> Found, ArmFailure? Failure, ImmutableArray<Diagnostic> Diagnostics)> ReadAsync(
        string definitionScope, IEnumerable<ArmObject> assignments, SourceLocation at, CancellationToken cancellation)
    {
        var targets = assignments.Select(one => new Wanted(Text(one.Properties, "policyDefinitionId") ?? "", Text(one.Properties, "definitionVersion"))).Where(one => one.Id.Length > 0).ToImmutableArray();
        var (first, failure, problems) = await ReadAsync(definitionScope, targets, at, cancellation);
        if (failure is not null) return ([], failure, []);
        var members = first.Where(one => one.Kind == ArmObjectKind.PolicySetDefinition).SelectMany(Members).Distinct().ToImmutableArray();
        var (second, failed, more) = await ReadAsync(definitionScope, members, at, cancellation);
        return failed is not null ? ([], failed, []) : ([.. first, .. second], null, [.. problems, .. more]);
    }

    private async Task<(ImmutableArray<ArmObject> Found, ArmFailure? Failure, ImmutableArray<Diagnostic> Diagnostics)> ReadAsync(
        string definitionScope, ImmutableArray<Wanted> wanted, SourceLocation at, CancellationToken cancellation)
    {
        var listed = new Dictionary<string, ArmObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var kind in wanted.Where(one => IsAt(definitionScope, one.Id)).Select(one => KindOf(one.Id)).Distinct())
        {
            var (items, failure) = await client.ListAsync(kind.CollectionAt(definitionScope), kind.ApiVersion(), "atExactScope()", cancellation);
            if (failure is not null) return ([], failure, []);
            foreach (var one in items.Select(item => ArmObject.From(kind, item)).OfType<ArmObject>()) listed[one.Id] = one;
        }

        var answers = await OperationClient.ManyAsync(
            wanted.GroupBy(one => one.Id.TrimEnd('/'), StringComparer.OrdinalIgnoreCase), (same, token) => OneAsync(same.Key, [.. same.Select(one => one.Version).OfType<string>()], listed.GetValueOrDefault(same.Key), token), cancellation);
        return (
            [.. answers.SelectMany(answer => answer.Found)],
            answers.Select(answer => answer.Failure).FirstOrDefault(failure => failure?.Kind is ArmFailureKind.NotSignedIn or ArmFailureKind.Unreachable),
            [.. answers.Where(answer => answer.Failure is not null).Select(answer => DiagnosticCatalog.DefinitionNotRead(at, answer.Id, answer.Failure?.Message ?? ""))]);
    }

    private async Task<(string Id, ImmutableArray<ArmObject> Found, ArmFailure? Failure)> OneAsync(string id, ImmutableArray<string> versions, ArmObject? known, CancellationToken cancellation)
    {
        var kind = KindOf(id);
        if (known is null)
        {
            var (value, failure) = await client.GetAsync(id, kind.ApiVersion(), cancellation);
            if (value is null) return (id, [], failure);
            known = new(kind, id, value);
        }

        var newest = DefinitionVersion.TryParse(Text(known.Properties, "version"));
        if (newest is null || versions.All(version => VersionPattern.TryParse(version)?.Matches(newest) == true)) return (id, [known], null);
        var (items, failed) = await client.ListAsync($"{id}/versions", kind.ApiVersion(), null, cancellation);
        return failed is null && !items.IsEmpty ? (id, [.. items.Select(item => new ArmObject(kind, id, item))], null) : (id, [known], failed);
    }

    private static IEnumerable<Wanted> Members(ArmObject set) => set.Properties["policyDefinitions"] is ArrayValue members
        ? members.Items.OfType<ObjectValue>().Select(member => new Wanted(Text(member, "policyDefinitionId") ?? "", Text(member, "definitionVersion"))).Where(one => one.Id.Length > 0)
        : [];

    private static bool IsAt(string scope, string id) => string.Equals(ArmScope.Of(id), scope.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static ArmObjectKind KindOf(string id) =>
        id.Contains("/policySetDefinitions/", StringComparison.OrdinalIgnoreCase) ? ArmObjectKind.PolicySetDefinition : ArmObjectKind.PolicyDefinition;

    private static string? Text(ObjectValue owner, string name) => owner[name] is TextValue { Value.Length: > 0 } text ? text.Value : null;

    private sealed record Wanted(string Id, string? Version);
}
