using System.Collections.Immutable;
using Azure.Core;
using Newtonsoft.Json.Linq;

namespace Plumbline.Arm.Deployment;

/// <summary>
/// The client of definitions, initiatives and assignments. Stands in for PolicyDefinitionCollection and its siblings of Azure.ResourceManager,
/// whose typed bodies lose <c>definitionVersion</c>, <c>version</c> and <c>schema</c>, and whose PUT throws on 200.
/// </summary>
internal sealed class PolicyObjectClient(ArmConnection connection)
{
    /// <summary>The object, or null when there is none.</summary>
    public async Task<(LiveObject? Value, ArmFailure? Failure)> GetAsync(ArmObjectKind kind, string id, CancellationToken cancellation)
    {
        var answer = await connection.SendAsync(new(RequestMethod.Get, AddressOf(id)), cancellation);
        if (answer.Failure is { } failure) return (null, failure.Kind == ArmFailureKind.NotFound ? null : failure);
        return LiveObject.From(kind, answer.Body) is { } live
            ? (live, null)
            : (null, ArmFailureReader.Unexpected("GET", id, answer.Status, "the body is not an ARM object with 'id' and 'name'"));
    }

    /// <summary>Creates or replaces the object; null when it succeeds. The service answers 201 also for an update, others answer 200.</summary>
    public async Task<ArmFailure?> PutAsync(string id, JObject body, CancellationToken cancellation) =>
        (await connection.SendAsync(new(RequestMethod.Put, AddressOf(id), body), cancellation)).Failure;

    /// <summary>Deletes the object; null when it is gone, whoever did it.</summary>
    public async Task<ArmFailure?> DeleteAsync(string id, CancellationToken cancellation) =>
        (await connection.SendAsync(new(RequestMethod.Delete, AddressOf(id)), cancellation)).Failure is { Kind: not ArmFailureKind.NotFound } failure ? failure : null;

    /// <summary>The objects that stand exactly at a scope, without inherited and built-in ones.</summary>
    public async Task<(ImmutableArray<LiveObject> Values, ArmFailure? Failure)> ListAsync(ArmObjectKind kind, string scope, CancellationToken cancellation)
    {
        var first = new ArmCall(RequestMethod.Get, connection.AddressOf(kind.CollectionAt(scope), ApiVersions.Authorization, ("$filter", "atExactScope()")));
        var found = ImmutableArray.CreateBuilder<LiveObject>();
        await foreach (var page in ArmPages.ReadAsync(connection, first, "nextLink", cancellation))
        {
            if (page.Failure is { } failure) return ([], failure);
            if (LiveObject.From(kind, page.Item) is { } live) found.Add(live);
        }

        return (found.ToImmutable(), null);
    }

    private Uri AddressOf(string id) => connection.AddressOf(id, ApiVersions.Authorization);
}
