using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>The members of an object in <c>details</c>, found without regard to case; a key given twice is not an error there.</summary>
internal sealed class DetailsMembers(DocumentReader document, ExpressionReader expressions, JObject item)
{
    private readonly Dictionary<string, JProperty> members = document.Members(item, _ => false);

    /// <summary>The member's value, as is; null when it is absent or null.</summary>
    public PolicyValue? Raw(string key) => Token(key) is { Type: not JTokenType.Null } token ? PolicyValueReader.FromToken(token) : null;

    /// <summary>The member's value, which the effect evaluates; null when it is absent or null.</summary>
    public PolicyValue? Value(string key)
    {
        if (Token(key) is { } token) expressions.CheckDepth(token);
        return Raw(key);
    }

    /// <summary>The member's value, with a warning when it is a literal that is none of the documented words.</summary>
    public PolicyValue? Word(string key, string[] known, Func<string, bool>? isOther = null)
    {
        if (Token(key) is JValue { Value: string text } token
            && !TemplateText.IsExpression(text)
            && !known.Contains(text, StringComparer.OrdinalIgnoreCase)
            && isOther?.Invoke(text) != true)
        {
            document.Report(DiagnosticCatalog.UnknownDetailsWord(document.At(token), key, text, NearestName.Find(text, known), string.Join(", ", known)));
        }

        return Value(key);
    }

    /// <summary>The member; reports its absence.</summary>
    public JToken? Required(string key, string owner)
    {
        if (Token(key) is { } token) return token;
        document.Report(DiagnosticCatalog.KeyMissing(document.At(item), owner, key));
        return null;
    }

    /// <summary>The member's text; reports its absence and any other value.</summary>
    public string? RequiredText(string key, string owner) => Required(key, owner) is { } token ? document.Text(token, $"'{key}'") : null;

    /// <summary>The member's value, which may be null; reports its absence.</summary>
    public PolicyValue? RequiredValue(string key, string owner)
    {
        if (Required(key, owner) is not { } token) return null;
        expressions.CheckDepth(token);
        return PolicyValueReader.FromToken(token);
    }

    /// <summary>The member's token.</summary>
    public JToken? Token(string key) => members.GetValueOrDefault(key)?.Value;
}
