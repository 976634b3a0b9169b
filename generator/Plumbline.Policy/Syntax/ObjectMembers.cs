using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>The members of one object, by key without regard to case; null is taken for absent. Keys that are not known are remarked on and not read.</summary>
internal sealed class ObjectMembers
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly DocumentReader document;
    private readonly string owner;
    private readonly Dictionary<string, JProperty> members;

    public ObjectMembers(DocumentReader document, JObject item, string owner, params ReadOnlySpan<string> known)
        : this(document, document.At(item), owner, Known(document, item, owner, known))
    {
    }

    internal ObjectMembers(DocumentReader document, SourceLocation location, string owner, Dictionary<string, JProperty> members)
    {
        this.document = document;
        this.owner = owner;
        this.members = members;
        Location = location;
    }

    public SourceLocation Location { get; }

    public JToken? this[string key] => members.TryGetValue(key, out var member) && member.Value.Type != JTokenType.Null ? member.Value : null;

    /// <summary>The members whose keys are known; reports the others.</summary>
    public static Dictionary<string, JProperty> Known(DocumentReader document, JObject item, string owner, ReadOnlySpan<string> known)
    {
        var members = document.Members(item);
        string[] names = [.. known];
        foreach (var (key, member) in members.Where(entry => !names.Contains(entry.Key, StringComparer.OrdinalIgnoreCase)).ToList())
        {
            document.Report(DiagnosticCatalog.MemberNotRead(document.At(member), owner, key, NearestName.Find(key, names)));
            members.Remove(key);
        }

        return members;
    }

    public string? Text(string key, int? maximum = null)
    {
        if (this[key] is not { } token || document.Text(token, $"'{key}'") is not { } text) return null;
        if (text.Length > maximum) document.Report(DiagnosticCatalog.LimitExceeded(document.At(token), $"characters of {key}", text.Length, maximum.Value));
        return text;
    }

    /// <summary>The text; reports its absence.</summary>
    public string? RequiredText(string key)
    {
        if (this[key] is not null) return Text(key);
        document.Report(DiagnosticCatalog.KeyMissing(Location, owner, key));
        return null;
    }

    /// <summary>One of the known words, in the spelling of <paramref name="known"/>; reports any other.</summary>
    public string? Word(string key, params ReadOnlySpan<string> known)
    {
        if (this[key] is not { } token || document.Text(token, $"'{key}'") is not { } text) return null;
        string[] words = [.. known];
        var found = words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase));
        if (found is null) document.Report(DiagnosticCatalog.WordNotKnown(document.At(token), key, text, NearestName.Find(text, words), string.Join(", ", words)));
        return found;
    }

    /// <summary>The texts of a list; a number counts as its text.</summary>
    public ImmutableArray<string> Texts(string key, int maximum)
    {
        if (this[key] is not { } token || document.Array(token, $"'{key}'") is not { } array) return [];
        Limit(token, key, array.Count, maximum);
        return [.. array.Select(item => item.Type is JTokenType.Integer or JTokenType.Float ? item.ToString() : document.Text(item, $"a member of '{key}'")).OfType<string>()];
    }

    /// <summary>The objects of a list, read one by one.</summary>
    public ImmutableArray<T> Objects<T>(string key, int maximum, Func<JObject, T?> read)
        where T : class
    {
        if (this[key] is not { } token || document.Array(token, $"'{key}'") is not { } array) return [];
        Limit(token, key, array.Count, maximum);
        return [.. array.Select(item => document.Object(item, $"a member of '{key}'") is { } entry ? read(entry) : null).OfType<T>()];
    }

    public DateTimeOffset? Time(string key)
    {
        if (this[key] is not { } token || document.Text(token, $"'{key}'") is not { } text) return null;
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, utc, out var time)) return time;
        document.Report(DiagnosticCatalog.TimeNotRead(document.At(token), key, text));
        return null;
    }

    public ObjectValue Object(string key) =>
        this[key] is { } token && document.Object(token, $"'{key}'") is { } item && PolicyValueReader.FromToken(item) is ObjectValue value ? value : PolicyValueReader.Object();

    /// <summary>A pinned version, as written; reports one that cannot be pinned.</summary>
    public string? Version(string key)
    {
        if (Text(key) is not { } text || this[key] is not { } token) return null;
        if (VersionPattern.TryParse(text) is not { } pattern) document.Report(DiagnosticCatalog.VersionPatternNotRead(document.At(token), text));
        else if (pattern.Patch is not null) document.Report(DiagnosticCatalog.VersionPatchPinned(document.At(token), text));
        return text;
    }

    private void Limit(JToken token, string key, int count, int maximum)
    {
        if (count > maximum) document.Report(DiagnosticCatalog.LimitExceeded(document.At(token), key, count, maximum));
    }
}
