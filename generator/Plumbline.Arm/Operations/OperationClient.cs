using System.Collections.Immutable;
using Azure.Core;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Operations;

/// <summary>Calls of the operations, with bodies as values.</summary>
internal sealed class OperationClient(ArmConnection connection)
{
    // Well below the 25 reads a second that ARM refills for each principal.
    private const int Readers = 8;

    /// <summary>The connection.</summary>
    public ArmConnection Connection => connection;

    /// <summary>One object, or why there is none.</summary>
    public async Task<(ObjectValue? Value, ArmFailure? Failure)> GetAsync(string path, string version, CancellationToken cancellation)
    {
        var answer = await connection.SendAsync(new(RequestMethod.Get, connection.AddressOf(path, version)), cancellation);
        if (answer.Failure is { } failure) return (null, failure);
        return PolicyValueReader.FromElement(answer.Body) is ObjectValue value ? (value, null) : (null, ArmFailureReader.Unexpected("GET", path, answer.Status, "the body is no object"));
    }

    /// <summary>All items of a paged list.</summary>
    public Task<(ImmutableArray<ObjectValue> Items, ArmFailure? Failure)> ListAsync(string path, string version, string? filter, CancellationToken cancellation) => ReadAsync(
        new(RequestMethod.Get, filter is null ? connection.AddressOf(path, version) : connection.AddressOf(path, version, ("$filter", filter))), cancellation);

    /// <summary>All items of a list that is asked for with a POST.</summary>
    public Task<(ImmutableArray<ObjectValue> Items, ArmFailure? Failure)> PostListAsync(string path, string version, CancellationToken cancellation) =>
        ReadAsync(new(RequestMethod.Post, connection.AddressOf(path, version)), cancellation);

    /// <summary>Creates or replaces an object.</summary>
    public Task<ArmAnswer> PutAsync(string path, string version, ObjectValue body, CancellationToken cancellation) =>
        connection.SendAsync(new(RequestMethod.Put, connection.AddressOf(path, version), (JObject)PolicyValueWriter.ToToken(body)), cancellation);

    /// <summary>Asks for an action.</summary>
    public Task<ArmAnswer> PostAsync(string path, string version, ObjectValue? body, CancellationToken cancellation) =>
        connection.SendAsync(new(RequestMethod.Post, connection.AddressOf(path, version), body is null ? null : (JObject)PolicyValueWriter.ToToken(body)), cancellation);

    /// <summary>Does the same for many, some at a time; the results are in the order of the items.</summary>
    public static async Task<ImmutableArray<TResult>> ManyAsync<T, TResult>(IEnumerable<T> items, Func<T, CancellationToken, Task<TResult>> read, CancellationToken cancellation)
    {
        var all = items.ToImmutableArray();
        var results = new TResult[all.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, all.Length), options, async (index, token) => results[index] = await read(all[index], token));
        return [.. results];
    }

    private async Task<(ImmutableArray<ObjectValue> Items, ArmFailure? Failure)> ReadAsync(ArmCall first, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<ObjectValue>();
        await foreach (var page in ArmPages.ReadAsync(connection, first, "nextLink", cancellation))
        {
            if (page.Failure is { } failure) return ([], failure);
            if (PolicyValueReader.FromElement(page.Item) is ObjectValue item) found.Add(item);
        }

        return (found.ToImmutable(), null);
    }
}
