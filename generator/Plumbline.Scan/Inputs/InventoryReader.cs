using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Inputs;

/// <summary>
/// Reads the resources of an inventory one after another, whatever its size: an array (<c>az resource list</c>), JSON Lines, one resource, a list in an object
/// (<c>value</c> of Azure Resource Manager, <c>data</c> of Resource Graph), or Resource Graph's table of columns and rows.
/// Memory is bounded by the largest resource, not by the input.
/// </summary>
/// <param name="stream">The text: UTF-8, or UTF-16 with a byte order mark.</param>
/// <param name="file">The name of the input, for locations.</param>
public sealed class InventoryReader(Stream stream, string file)
{
    // Small enough for the youngest generation of the garbage collector, large enough to be worth a task.
    private const int BatchBytes = 60_000;
    private const int BatchResources = 256;

    private readonly JsonItemReader items = new(stream);

    /// <summary>The resources in batches.</summary>
    public IEnumerable<ResourceBatch> Batches()
    {
        var batch = new BatchBuilder(file);
        var count = 0L;
        while (TryNext(batch) is { } item)
        {
            count++;
            batch.Add(item);
            if (batch.Bytes < BatchBytes && batch.Count < BatchResources) continue;
            yield return batch.Build(items.Position);
        }

        if (count == 0 && batch.IsWithoutProblems) batch.Report(DiagnosticCatalog.InputWithoutResources(new SourceLocation(file)));
        if (items.HasMore) batch.Report(DiagnosticCatalog.InventoryTruncated(new SourceLocation(file), count));
        yield return batch.Build(items.Position);
    }

    private JsonItem? TryNext(BatchBuilder batch)
    {
        try
        {
            return items.Next();
        }
        catch (JsonException exception)
        {
            var span = new TextSpan((int)Math.Min(int.MaxValue, (exception.LineNumber ?? 0) + 1), 1, 1);
            batch.Report(DiagnosticCatalog.InventoryMalformed(new SourceLocation(file, span), Reason(exception)));
            return null;
        }
    }

    private static string Reason(JsonException exception) => exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.').ReplaceLineEndings(" ");
}
