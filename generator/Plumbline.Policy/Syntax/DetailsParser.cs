using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads the details of an effect by their family, and reports what Azure rejects in them. Unknown keys are left alone.</summary>
internal sealed class DetailsParser(DocumentReader document, ExpressionReader expressions)
{
    private static readonly string[] Scopes = ["ResourceGroup", "Subscription"];

    private static readonly string[] Delays = ["AfterProvisioning", "AfterProvisioningSuccess", "AfterProvisioningFailure"];

    private static readonly string[] States = ["Compliant", "NonCompliant", "Unknown"];

    /// <summary>The details; null when the family has none, they are absent where they may be, or after an error.</summary>
    public EffectDetails? Parse(EffectFamily family, JToken? details, Condition? existence, JObject then) => family switch
    {
        EffectFamily.Modify => details is JObject item ? new ModifyParser(document, expressions).Parse(item) : null,
        EffectFamily.Append => details is null ? null : new AppendParser(document, expressions).Parse(details),
        EffectFamily.Existence => ParseExistence(details, existence, then),
        EffectFamily.DenyAction => details is JObject item ? ParseDenyAction(item) : null,
        EffectFamily.Manual => details is JObject item ? ParseManual(item) : null,
        _ => null,
    };

    private ExistenceDetails? ParseExistence(JToken? details, Condition? existence, JObject then)
    {
        if (details is null)
        {
            document.Report(DiagnosticCatalog.KeyMissing(document.At(then), "then", "details"));
            return null;
        }

        if (document.Object(details, "'details'") is not { } item) return null;
        var members = new DetailsMembers(document, expressions, item);
        if (members.RequiredText("type", "'details'") is not { } type) return null;
        return new ExistenceDetails(
            new TextValue(type),
            members.Value("name"),
            members.Value("kind"),
            members.Value("resourceGroupName"),
            members.Word("existenceScope", Scopes),
            members.Word("evaluationDelay", Delays, text => text.StartsWith("PT", StringComparison.OrdinalIgnoreCase)),
            members.Value("roleDefinitionIds"),
            members.Word("deploymentScope", Scopes),
            members.Raw("deployment"),
            existence);
    }

    private DenyActionDetails ParseDenyAction(JObject item)
    {
        var members = new DetailsMembers(document, expressions, item);
        return new DenyActionDetails(members.Value("actionNames"), members.Value("cascadeBehaviors"));
    }

    private ManualDetails ParseManual(JObject item) => new(new DetailsMembers(document, expressions, item).Word("defaultState", States));
}
