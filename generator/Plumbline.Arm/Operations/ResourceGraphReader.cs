using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Reads the resources of subscriptions from Resource Graph, as Azure Resource Manager would return them.</summary>
internal sealed class ResourceGraphReader(OperationClient client)
{
    // Fewer than the 300 that Microsoft advises for one query; rows with their properties are large.
    private const int SubscriptionsPerQuery = 100;
    private const int PageSize = 500;

    // A skip token is only given when the id is projected; order makes pages stable.
    private const string Query =
        "resources | project id, name, type, kind, location, managedBy, sku, plan, properties, tags, identity, zones, extendedLocation | order by id asc";

    /// <summary>All resources that Resource Graph tracks: those at the top, and nested ones with a location.</summary>
    public async Task<(ImmutableArray<ObjectValue> Resources, ArmFailure? Failure)> ReadAsync(ImmutableArray<string> subscriptions, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<ObjectValue>();
        foreach (var some in subscriptions.Chunk(SubscriptionsPerQuery))
        {
            PolicyValue token = UndefinedValue.Instance;
            do
            {
                var answer = await client.PostAsync("/providers/Microsoft.ResourceGraph/resources", OperationVersions.ResourceGraph, Body(some, token), cancellation);
                if (answer.Failure is { } failure) return ([], failure);
                if (PolicyValueReader.FromElement(answer.Body) is not ObjectValue page || page["data"] is not ArrayValue rows)
                    return ([], ArmFailureReader.Unexpected("POST", "/providers/Microsoft.ResourceGraph/resources", answer.Status, "the body has no array 'data'"));
                found.AddRange(rows.Items.OfType<ObjectValue>().Select(Resource));
                token = page["$skipToken"];
            }
            while (token is TextValue { Value.Length: > 0 });
        }

        return (found.ToImmutable(), null);
    }

    private static ObjectValue Body(string[] subscriptions, PolicyValue token)
    {
        var options = PolicyValueReader.Object(("resultFormat", new TextValue("objectArray")), ("$top", new IntegerValue(PageSize)));
        if (token is TextValue) options = new(options.Properties.Add(new("$skipToken", token)));
        return PolicyValueReader.Object(
            ("subscriptions", new ArrayValue([.. subscriptions.Select(one => new TextValue(one["/subscriptions/".Length..]))])),
            ("query", new TextValue(Query)),
            ("options", options));
    }

    // A row has every column; what a resource does not have is null or an empty text there, and not at all in the resource.
    private static ObjectValue Resource(ObjectValue row) =>
        new([.. row.Properties.Where(property => property.Value is not (NullValue or UndefinedValue or TextValue { Value.Length: 0 }))]);
}
