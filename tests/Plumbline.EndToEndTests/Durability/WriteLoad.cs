using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Plumbline.EndToEndTests.Durability;

/// <summary>Random writes that remember what was answered. A resource belongs to one writer, so its writes have an order.</summary>
internal sealed class WriteLoad(int seed)
{
    private const string Group = "/subscriptions/0f9c2a5e-7b1d-4c8a-9e36-5d2f8a7b4c10/resourceGroups/rg";
    private const string Apps = Group + "/providers/Microsoft.App/containerApps/";
    private const int Writers = 4;
    private const int ResourcesOfWriter = 12;

    // By name: the versions that may be there. One after an answer; two while a write has none. 0 stands for none at all.
    private readonly ConcurrentDictionary<string, int[]> expected = new(StringComparer.Ordinal);
    private int version;

    /// <summary>How many writes were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Makes the resource group.</summary>
    public static async Task PrepareAsync(HttpClient client)
    {
        using var answer = await client.PutAsync(Group + "?api-version=2021-04-01", Json("""{"location":"westeurope"}"""));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Writes until the connection breaks.</summary>
    public async Task RunAsync(HttpClient client)
    {
        var answered = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(client, writer)));
        Answered += answered.Sum();
    }

    /// <summary>What is not as it has to be: an answered write that is lost, or a document that is not one of those that were sent.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(HttpClient client)
    {
        var problems = new List<string>();
        foreach (var (name, versions) in expected.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var found = await ReadAsync(client, name, problems);
            if (!versions.Contains(found)) problems.Add($"{name}: {string.Join(" or ", versions)} is expected, {found} is there");
            expected[name] = [found];
        }

        return problems;
    }

    private async Task<int> WriteAsync(HttpClient client, int writer)
    {
        var random = new Random(seed + writer);
        for (var answered = 0; ; answered++)
        {
            var name = $"app-{writer}-{random.Next(ResourcesOfWriter)}";
            var next = random.Next(5) == 0 ? 0 : Interlocked.Increment(ref version);
            var before = expected.GetOrAdd(name, [0]);
            expected[name] = [.. before, next];
            try
            {
                using var answer = next == 0 ? await client.DeleteAsync(PathOf(name)) : await client.PutAsync(PathOf(name), Json(Body(next, random.Next(1, 200))));
                if ((int)answer.StatusCode is not (200 or 201 or 204)) throw new InvalidOperationException($"{name}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
            catch (HttpRequestException)
            {
                return answered;
            }

            expected[name] = [next];
        }
    }

    private static async Task<int> ReadAsync(HttpClient client, string name, List<string> problems)
    {
        using var answer = await client.GetAsync(PathOf(name));
        if ((int)answer.StatusCode == 404) return 0;
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var properties = document.RootElement.GetProperty("properties");
        var version = properties.GetProperty("version").GetInt32();
        if (properties.GetProperty("parts").EnumerateArray().Any(part => part.GetInt32() != version) || properties.GetProperty("last").GetInt32() != version)
            problems.Add($"{name}: the document is mixed of several");
        return version;
    }

    // Every part names the version, so that a document of two writes shows.
    private static string Body(int version, int parts) => $$"""
        { "location": "westeurope", "properties": { "version": {{version}}, "parts": [{{string.Join(',', Enumerable.Repeat(version, parts))}}], "last": {{version}} } }
        """;

    private static string PathOf(string name) => $"{Apps}{name}?api-version=2025-01-01";

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
