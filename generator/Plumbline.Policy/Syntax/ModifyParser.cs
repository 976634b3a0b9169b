using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads the details of <c>modify</c>: role definitions and at least one operation.</summary>
internal sealed class ModifyParser(DocumentReader document, ExpressionReader expressions)
{
    private const string Remove = "remove";

    private static readonly string[] Operations = ["add", "addOrReplace", Remove];

    private static readonly string[] ConflictEffects = ["audit", "deny", "disabled"];

    public ModifyDetails? Parse(JObject item)
    {
        var members = new DetailsMembers(document, expressions, item);
        var roles = ParseRoles(members);
        var conflict = members.Word("conflictEffect", ConflictEffects);
        var operations = members.Required("operations", "'details'") is { } token && document.Array(token, "'operations'") is { } array ? ParseOperations(array) : [];
        return roles is null || operations.IsEmpty ? null : new ModifyDetails(roles, conflict, operations);
    }

    private PolicyValue? ParseRoles(DetailsMembers members)
    {
        if (members.Required("roleDefinitionIds", "'details'") is not { } token) return null;
        if (token is JArray || (token is JValue { Value: string text } && TemplateText.IsExpression(text))) return members.Value("roleDefinitionIds");
        document.Report(DiagnosticCatalog.WrongKind(document.At(token), "'roleDefinitionIds'", "an array or an expression", JsonKind.Of(token)));
        return null;
    }

    private ImmutableArray<ModifyOperation> ParseOperations(JArray array)
    {
        if (array.Count == 0) document.Report(DiagnosticCatalog.DetailsListEmpty(document.At(array), "'operations'"));
        return [.. array.Select(ParseOperation).OfType<ModifyOperation>()];
    }

    private ModifyOperation? ParseOperation(JToken token)
    {
        const string owner = "an operation of modify";
        if (document.Object(token, owner) is not { } item) return null;
        var members = new DetailsMembers(document, expressions, item);
        var operation = ParseName(members, owner);
        var field = members.RequiredText("field", owner);
        var value = operation == Remove ? members.Value("value") : members.RequiredValue("value", owner);
        return operation is null || field is null ? null : new ModifyOperation(operation, field, value, members.Value("condition"));
    }

    private string? ParseName(DetailsMembers members, string owner)
    {
        if (members.RequiredText("operation", owner) is not { } written) return null;
        var known = Operations.FirstOrDefault(candidate => string.Equals(candidate, written, StringComparison.OrdinalIgnoreCase));
        if (known is null && members.Token("operation") is { } token)
            document.Report(DiagnosticCatalog.UnknownOperation(document.At(token), written, NearestName.Find(written, Operations)));
        return known;
    }
}
