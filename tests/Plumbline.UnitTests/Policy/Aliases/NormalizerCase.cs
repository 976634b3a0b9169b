using Newtonsoft.Json.Linq;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Values;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Policy.Aliases;

/// <summary>One case of <c>tests/cases/aliases</c>.</summary>
/// <param name="Note">What it shows; unique in its file.</param>
/// <param name="Catalogue">A file of <c>catalogues</c>, <c>default</c> or <c>none</c>.</param>
/// <param name="Resource">The resource as ARM returns it, or null when the case starts with the flat form.</param>
/// <param name="Flat">Its normalised form.</param>
/// <param name="Back">What denormalising that gives, or null when it is not asked.</param>
internal sealed record NormalizerCase(string Note, string Catalogue, string? ApiVersion, PolicyValue? Resource, PolicyValue Flat, PolicyValue? Back)
{
    private static readonly string[] Keys = ["note", "catalogue", "apiVersion", "resource", "flat", "back"];
    private static readonly string Folder = Path.Combine(CaseFile.Folder, "aliases");

    public static IEnumerable<string> Topics() => Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static IReadOnlyList<NormalizerCase> Read(string topic)
    {
        var stream = new YamlStream();
        using var text = new StreamReader(Path.Combine(Folder, topic + ".yaml"));
        stream.Load(text);
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Select(node => Of((JObject)YamlTokens.ToToken(node)))];
    }

    public static AliasTable Table(string catalogue)
    {
        if (catalogue == "default") return AliasTable.Published;
        if (catalogue == "none") return AliasTable.Empty;
        var result = AliasTable.Read(File.ReadAllBytes(Path.Combine(Folder, "catalogues", catalogue + ".json")), catalogue);
        return result.Diagnostics.IsEmpty && result.Value is { } table ? table : throw new InvalidOperationException($"The catalogue '{catalogue}' has problems.");
    }

    private static NormalizerCase Of(JObject item)
    {
        var note = (string?)item["note"] ?? throw new InvalidOperationException($"A case has no note: {item}");
        var unknown = item.Properties().Select(property => property.Name).Except(Keys).FirstOrDefault();
        if (unknown is not null) throw new InvalidOperationException($"'{note}' has the unknown key '{unknown}'.");
        var resource = Value(item, "resource");
        var back = item["back"] is JValue { Value: true } ? resource : Value(item, "back");
        return new(note, (string?)item["catalogue"] ?? "contoso", (string?)item["apiVersion"], resource, Value(item, "flat") ?? throw new InvalidOperationException($"'{note}' has no flat form."), back);
    }

    private static PolicyValue? Value(JObject item, string name) => item.Property(name) is { } found ? PolicyValueReader.FromToken(found.Value) : null;
}
