using System.Collections.Immutable;
using Azure.Core;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Sending;

/// <summary>
/// The client of everything that a deployment consists of. Stands in for the collections of Azure.ResourceManager, whose typed bodies lose <c>definitionVersion</c>,
/// <c>version</c> and <c>schema</c>, whose PUT throws on 200, and which have no exemptions.
/// </summary>
internal sealed class ObjectClient(ArmSender sender)
{
    /// <summary>The object, or null when there is none; and its entity tag where the endpoint has them.</summary>
    public async Task<(ArmObject? Value, string? EntityTag, ArmFailure? Failure)> GetAsync(ArmObjectKind kind, string id, CancellationToken cancellation)
    {
        var answer = await sender.ReadAsync(new(RequestMethod.Get, AddressOf(kind, id)), cancellation);
        if (answer.Failure is { } failure) return (null, null, failure.Kind == ArmFailureKind.NotFound ? null : failure);
        return ArmObject.From(kind, PolicyValueReader.FromElement(answer.Body)) is { } live
            ? (live, answer.Headers.EntityTag, null)
            : (null, null, ArmFailureReader.Unexpected("GET", id, answer.Status, "the body is not an ARM object with 'id'"));
    }

    /// <summary>The items of a list, page after page.</summary>
    public async Task<(ImmutableArray<ArmObject> Values, ArmFailure? Failure)> ListAsync(ArmObjectKind kind, string scope, string? filter, CancellationToken cancellation)
    {
        (string, string)[] query = filter is null ? [] : [("$filter", filter)];
        var first = new ArmCall(RequestMethod.Get, sender.Connection.AddressOf(kind.CollectionAt(scope), kind.ApiVersion(), query));
        var found = ImmutableArray.CreateBuilder<ArmObject>();
        await foreach (var page in ArmPages.ReadAsync(sender.Connection, sender.ReadAsync, first, "nextLink", cancellation))
        {
            if (page.Failure is { } failure) return ([], failure);
            if (ArmObject.From(kind, PolicyValueReader.FromElement(page.Item)) is { } live) found.Add(live);
        }

        return (found.DrainToImmutable(), null);
    }

    /// <summary>The call that creates or replaces an object, or deletes it when there is no body.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="body">The body, or null to delete.</param>
    public ArmCall Write(ArmObjectKind kind, string id, ObjectValue? body) => body is null
        ? new(RequestMethod.Delete, AddressOf(kind, id))
        : new(RequestMethod.Put, AddressOf(kind, id)) { Content = PolicyValueWriter.ToUtf8(body) };

    private Uri AddressOf(ArmObjectKind kind, string id) => sender.Connection.AddressOf(id, kind.ApiVersion());
}
