using System.Collections.Immutable;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Reads the resources that policies are evaluated on: from Resource Graph, and what that does not have one by one.</summary>
internal sealed class EstateReader(OperationClient client)
{
    private readonly ResourceReader resources = new(client);

    /// <summary>The resources of subscriptions, their scopes, and those that are named.</summary>
    /// <param name="subscriptions">Ids of subscriptions.</param>
    /// <param name="inventory">The resources, where they are known already.</param>
    /// <param name="named">Ids of resources that have to be among them.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<(VerifiedEstate? Estate, ArmFailure? Failure, ImmutableArray<Diagnostic> Diagnostics)> ReadAsync(
        ImmutableArray<string> subscriptions, ImmutableArray<ObjectValue>? inventory, IEnumerable<string> named, SourceLocation at, CancellationToken cancellation)
    {
        var scopes = await OperationClient.ManyAsync(subscriptions, resources.ScopesAsync, cancellation);
        if (scopes.Select(one => one.Failure).FirstOrDefault(failure => failure is not null) is { } failed) return (null, failed, [failed.ToDiagnostic(at)]);
        var (listed, ids, failure, remarks) = inventory is { } given ? (given, [], null, []) : await ListAsync(subscriptions, at, cancellation);
        if (failure is not null) return (null, failure, [failure.ToDiagnostic(at)]);

        ImmutableArray<ObjectValue> known = [.. listed, .. scopes.SelectMany(one => one.Scopes)];
        var have = known.Select(one => one["id"]).OfType<TextValue>().Select(id => id.Value.TrimEnd('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = named.Concat(ids).Select(id => id.TrimEnd('/')).Where(id => !have.Contains(id)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
        var read = await OperationClient.ManyAsync(missing, resources.GetAsync, cancellation);
        var unread = read.Where(one => one.Value is null).ToImmutableArray();
        return (
            new([.. known, .. read.Select(one => one.Value).OfType<ObjectValue>()], ImmutableDictionary<RelatedRead, ImmutableArray<ObjectValue>?>.Empty),
            null,
            unread is [var first, ..] ? [.. remarks, DiagnosticCatalog.ResourcesNotRead(at, unread.Length, first.Id, first.Failure?.Message ?? "")] : remarks);
    }

    /// <summary>Lists of related resources.</summary>
    public Task<ImmutableArray<KeyValuePair<RelatedRead, ImmutableArray<ObjectValue>?>>> RelatedAsync(IEnumerable<RelatedRead> wanted, CancellationToken cancellation) =>
        OperationClient.ManyAsync(wanted, resources.ListAsync, cancellation);

    private async Task<(ImmutableArray<ObjectValue> Resources, ImmutableArray<string> Ids, ArmFailure? Failure, ImmutableArray<Diagnostic> Remarks)> ListAsync(
        ImmutableArray<string> subscriptions, SourceLocation at, CancellationToken cancellation)
    {
        var (found, refused) = await new ResourceGraphReader(client).ReadAsync(subscriptions, cancellation);
        if (refused is null) return (found, [], null, []);
        var ids = await OperationClient.ManyAsync(subscriptions, resources.IdsAsync, cancellation);
        return ([], [.. ids.SelectMany(one => one.Ids)], ids.Select(one => one.Failure).FirstOrDefault(failure => failure is not null), [DiagnosticCatalog.ResourceGraphNotRead(at, refused.Message)]);
    }
}
