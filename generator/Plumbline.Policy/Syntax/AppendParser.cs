using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads the details of <c>append</c>: an array of fields and values, or one of them.</summary>
internal sealed class AppendParser(DocumentReader document, ExpressionReader expressions)
{
    public AppendDetails? Parse(JToken details)
    {
        if (details is JObject single) return ParseField(single) is { } field ? new AppendDetails([field]) : null;
        if (document.Array(details, "'details'") is not { } array) return null;
        if (array.Count == 0) document.Report(DiagnosticCatalog.DetailsListEmpty(document.At(array), "'details'"));
        ImmutableArray<AppendField> fields = [.. array.Select(ParseField).OfType<AppendField>()];
        return fields.IsEmpty ? null : new AppendDetails(fields);
    }

    private AppendField? ParseField(JToken token)
    {
        const string owner = "a field of append";
        if (document.Object(token, owner) is not { } item) return null;
        var members = new DetailsMembers(document, expressions, item);
        var field = members.RequiredText("field", owner);
        var value = members.RequiredValue("value", owner);
        return field is null || value is null ? null : new AppendField(field, value);
    }
}
