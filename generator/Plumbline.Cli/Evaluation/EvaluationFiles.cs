using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Evaluation;

/// <summary>The names of the files of an evaluation.</summary>
internal sealed record EvaluationFileNames(
    string? Definition, string? Resource, string? Parameters, ImmutableArray<string> Related, string? Context, string? Aliases, string? ApiVersion);

/// <summary>What the files of an evaluation hold; a part that cannot be read is null.</summary>
internal sealed record EvaluationFiles(SourceText? Definition, EvaluationRequest? Request, AliasSource? Aliases, ImmutableArray<Diagnostic> Problems)
{
    // The members of a request wrap what the files hold.
    private const int MaximumDepth = ResourceDocument.MaximumDepth + 8;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = ResourceDocument.MaximumDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    // A value that is given twice is a mistake; in a resource it is what the service returned.
    private static readonly JsonDocumentOptions Unique = Lenient with { AllowDuplicateProperties = false };

    /// <summary>Whether a file is missing, as opposed to wrong.</summary>
    public bool IsMissing => IsAnyMissing(Problems);

    /// <summary>Whether one of the problems is that a file is missing.</summary>
    public static bool IsAnyMissing(ImmutableArray<Diagnostic> problems) => problems.Any(problem => problem.Code == DiagnosticCatalog.FileUnreadable(new SourceLocation(""), "").Code);

    /// <summary>Reads the files.</summary>
    public static EvaluationFiles Read(string folder, EvaluationFileNames names, DateTimeOffset now)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        Diagnostic? unreadable = null;
        var definition = names.Definition is null ? null : LooseFile.Read(folder, names.Definition, out unreadable);
        if (unreadable is not null) problems.Add(unreadable);
        var members = new JsonObject
        {
            ["resource"] = Node(folder, names.Resource, problems) ?? new JsonObject(),
            ["parameters"] = Values(Node(folder, names.Parameters, problems, Unique)),
            ["context"] = Node(folder, names.Context, problems),
            ["related"] = new JsonArray([.. names.Related.SelectMany(file => Resources(Node(folder, file, problems)))]),
            ["apiVersion"] = names.ApiVersion,
            ["aliases"] = names.Aliases,
        };
        using var document = JsonDocument.Parse(Utf8(members), new JsonDocumentOptions { MaxDepth = MaximumDepth });
        var root = document.RootElement;
        var request = EvaluationRequest.Read(name => root.GetProperty(name), now, out var misfit);
        if (misfit is not null) problems.Add(misfit);
        var aliases = new AliasSources(folder).Find(names.Aliases, out var unknown);
        problems.AddRange(unknown.Where(problem => problem.IsError));
        return new EvaluationFiles(definition, problems.Count == 0 ? request : null, aliases, problems.ToImmutable());
    }

    private static JsonNode? Node(string folder, string? path, ImmutableArray<Diagnostic>.Builder problems, JsonDocumentOptions? options = null)
    {
        if (path is null) return null;
        var source = LooseFile.Read(folder, path, out var unreadable);
        if (unreadable is not null) problems.Add(unreadable);
        if (source is null) return null;
        try
        {
            return JsonNode.Parse(source.Text, documentOptions: options ?? Lenient);
        }
        catch (JsonException exception)
        {
            var span = new TextSpan((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1, 1);
            problems.Add(DiagnosticCatalog.MalformedJson(new SourceLocation(path, span), exception.Message.Split(" LineNumber:")[0].TrimEnd('.')));
            return null;
        }
    }

    private static byte[] Utf8(JsonObject members)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = MaximumDepth })) members.WriteTo(writer);
        return buffer.ToArray();
    }

    private static IEnumerable<JsonNode?> Resources(JsonNode? node) => node is JsonArray array ? array.Select(item => item?.DeepClone()) : [node];

    // ARM writes {name: {"value": x}} where a batch has {name: x}.
    private static JsonNode? Values(JsonNode? node)
    {
        if (node is not JsonObject given) return node;
        var inner = given["parameters"] as JsonObject ?? given;
        return new JsonObject(inner.Select(item => KeyValuePair.Create(
            item.Key, (item.Value is JsonObject { Count: 1 } wrapped && wrapped.ContainsKey("value") ? wrapped["value"] : item.Value)?.DeepClone())));
    }
}
