using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Store;

/// <summary>
/// An <see cref="ArmState"/> as one document: canonical JSON (sorted by id, two spaces, LF, final newline), so that two states compare with diff.
/// Built-ins are not in it; they come from the options of each run.
/// </summary>
internal static class StateDocument
{
    private const int SchemaVersion = 1;
    private const int ResourcesAtOnce = 500;
    private static readonly JsonWriterOptions Canonical = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a document: the state without compliance records, and these as they are kept.</summary>
    /// <param name="utf8">Its text.</param>
    /// <param name="file">How to name it.</param>
    /// <exception cref="EmulatorStartException">It is no state of this version; the message says what to do.</exception>
    public static (ArmState State, ImmutableArray<KeptPolicyState> Records) Read(ReadOnlyMemory<byte> utf8, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Json.Strict);
            var root = document.RootElement;
            if (root.Property("schemaVersion") is not { ValueKind: JsonValueKind.Number } version || version.GetInt32() != SchemaVersion) throw Unusable(file, $"its 'schemaVersion' is not {SchemaVersion}", null);
            var state = new ArmState(Required(root, "tenantId"), Required(root, "subscriptionId")).WithSaved(Resources(root));
            return (state, [.. root.GetProperty("policyStates").EnumerateArray().Select(PolicyStateRows.FromJson)]);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Unusable(file, problem.Message.TrimEnd('.'), problem);
        }
    }

    /// <summary>Writes <paramref name="state"/>, piece by piece.</summary>
    public static async Task WriteAsync(PipeWriter output, ArmState state, CancellationToken cancellation)
    {
        await using (var writer = new Utf8JsonWriter(output, Canonical))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", SchemaVersion);
            writer.WriteString("tenantId", state.TenantId);
            writer.WriteString("subscriptionId", state.SubscriptionId);
            writer.WriteStartArray("resources");
            foreach (var some in state.Resources.Values.Where(resource => !ResourceTypes.IsBuiltIn(resource.Id)).Chunk(ResourcesAtOnce))
            {
                foreach (var resource in some) resource.Body.WriteTo(writer);
                await FlushAsync(writer, output, cancellation).ConfigureAwait(false);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("policyStates");
            foreach (var some in state.PolicyStates.Newest.OrderBy(verdicts => verdicts.Resource.Id).Chunk(ResourcesAtOnce))
            {
                foreach (var record in some.SelectMany(PolicyStateRows.ToRows)) PolicyStateRows.WriteJson(writer, record);
                await FlushAsync(writer, output, cancellation).ConfigureAwait(false);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task FlushAsync(Utf8JsonWriter writer, PipeWriter output, CancellationToken cancellation)
    {
        await writer.FlushAsync(cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private static ImmutableArray<StoredResource> Resources(JsonElement root)
    {
        var resources = root.GetProperty("resources").EnumerateArray().Select(body =>
            ResourceId.TryParse(Required(body, "id")) is { } id
                ? new StoredResource(id, body.Clone())
                : throw new FormatException($"'{Required(body, "id")}' is not a resource id"));
        return [.. resources];
    }

    private static string Required(JsonElement element, string name) =>
        element.Text(name) ?? throw new FormatException($"'{name}' is missing or not a text");

    private static EmulatorStartException Unusable(string file, string reason, Exception? problem) => new(
        $"The state '{file}' cannot be used: {reason}. Give the document that GET /emulator/state answers.", problem);
}
