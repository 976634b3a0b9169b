using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Store;

/// <summary>
/// An <see cref="ArmState"/> as one document: canonical JSON (sorted by id, two spaces, LF, final newline), so that two runs compare with diff.
/// Built-ins are not kept; they come from the options of each run.
/// </summary>
internal static class StateFile
{
    private const int SchemaVersion = 1;
    private static readonly JsonWriterOptions Canonical = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads <paramref name="path"/>.</summary>
    /// <exception cref="EmulatorStartException">The file is not a state file of this version; the message says what to do.</exception>
    public static ArmState Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Json.Strict);
            var root = document.RootElement;
            if (root.GetProperty("schemaVersion").GetInt32() != SchemaVersion) throw Unusable(path, $"its 'schemaVersion' is not {SchemaVersion}", null);
            return new ArmState(Required(root, "tenantId"), Required(root, "subscriptionId")).WithSaved(Resources(root)) with
            {
                PolicyStates = [.. root.GetProperty("policyStates").EnumerateArray().Select(state => new PolicyState((ObjectValue)PolicyValueReader.FromElement(state)))],
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or InvalidCastException)
        {
            throw Unusable(path, problem.Message.TrimEnd('.'), problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorStartException($"The state file '{path}' cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Writes <paramref name="state"/> to <paramref name="path"/> at once or not at all: to a file beside it, which then takes its place.</summary>
    public static void Write(string path, ArmState state)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is { } folder) Directory.CreateDirectory(folder);
        var temporary = full + ".tmp";
        using (var stream = File.Create(temporary))
        {
            using (var writer = new Utf8JsonWriter(stream, Canonical)) WriteDocument(writer, state);
            stream.WriteByte((byte)'\n');
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, full, overwrite: true);
    }

    private static void WriteDocument(Utf8JsonWriter writer, ArmState state)
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", SchemaVersion);
        writer.WriteString("tenantId", state.TenantId);
        writer.WriteString("subscriptionId", state.SubscriptionId);
        writer.WriteStartArray("resources");
        foreach (var resource in state.Resources.Values.Where(resource => !ResourceTypes.IsBuiltIn(resource.Id))) resource.Body.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteStartArray("policyStates");
        foreach (var record in state.PolicyStates) PolicyValueWriter.WriteTo(writer, record.Fields);
        writer.WriteEndArray();
        writer.WriteEndObject();
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

    private static EmulatorStartException Unusable(string path, string reason, Exception? problem) => new(
        $"The state file '{path}' cannot be used: {reason}. Delete it to start afresh, restore an older copy, or name another file.", problem);
}
