using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Scan.Inputs;

namespace Plumbline.Cli.Operating;

/// <summary>Reads an inventory whole: every form that <c>plumbline scan</c> takes.</summary>
internal static class InventoryFile
{
    /// <summary>The resources; null with the reasons when the file cannot be read.</summary>
    public static (ImmutableArray<ObjectValue>? Resources, ImmutableArray<Diagnostic> Diagnostics) Read(Workspace workspace, string path)
    {
        try
        {
            using var stream = File.OpenRead(workspace.PathOf(path));
            var (found, problems) = (ImmutableArray.CreateBuilder<ObjectValue>(), ImmutableArray.CreateBuilder<Diagnostic>());
            foreach (var batch in new InventoryReader(stream, path).Batches())
            {
                problems.AddRange(batch.Problems);
                found.AddRange(batch.Resources.Select(resource => Value(resource.Utf8)).OfType<ObjectValue>());
            }

            return (problems.Any(problem => problem.IsError) ? null : found.ToImmutable(), problems.ToImmutable());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, [DiagnosticCatalog.FileUnreadable(new SourceLocation(path), exception.Message)]);
        }
    }

    private static PolicyValue Value(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 1024 });
        return PolicyValueReader.FromElement(document.RootElement);
    }
}
