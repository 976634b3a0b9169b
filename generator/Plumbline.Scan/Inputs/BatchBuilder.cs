using System.Buffers;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Inputs;

/// <summary>Collects the resources of a batch: their texts are copied together.</summary>
internal sealed class BatchBuilder(string file)
{
    // A file of another kind would have one for each of its elements.
    private const int MaximumProblems = 20;

    private readonly List<(int Start, int Length, ResourceHeader Header, long Line)> found = [];
    private readonly List<Diagnostic> problems = [];
    private readonly ArrayBufferWriter<byte> texts = new();
    private int reported;

    public int Count => found.Count;

    public long Bytes => texts.WrittenCount;

    public bool IsWithoutProblems => reported == 0;

    public void Report(Diagnostic problem)
    {
        if (++reported <= MaximumProblems) problems.Add(problem);
    }

    /// <summary>Adds an element; one that is no resource is reported.</summary>
    public void Add(JsonItem item)
    {
        var span = item.Utf8.Span;
        if (span is not [(byte)'{', ..])
        {
            Report(DiagnosticCatalog.NotAResource(At(item.Line), "it is not an object"));
            return;
        }

        if (Header(span) is not { Type.Length: > 0 } header)
        {
            Report(DiagnosticCatalog.NotAResource(At(item.Line), "it has no 'type', or is nested too deep"));
            return;
        }

        found.Add((texts.WrittenCount, span.Length, header, item.Line));
        texts.Write(span);
    }

    /// <summary>The batch; the builder starts over.</summary>
    public ResourceBatch Build(long position)
    {
        var text = texts.WrittenSpan.ToArray();
        var batch = new ResourceBatch([.. found.Select(one => Resource(text, one))], [.. problems], position);
        found.Clear();
        problems.Clear();
        texts.ResetWrittenCount();
        return batch;
    }

    private static ResourceHeader? Header(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return ResourceHeader.Read(utf8);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ScannedResource Resource(byte[] text, (int Start, int Length, ResourceHeader Header, long Line) one) =>
        new(text.AsMemory(one.Start, one.Length), one.Header, new ResourceOrigin(At(one.Line)));

    private SourceLocation At(long line) => new(file, new TextSpan((int)Math.Min(int.MaxValue, line), 1, 1));
}
