using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Templates;

/// <summary>Functions about the deployment, its scope, its variables and its loops.</summary>
internal static class DeploymentFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("variables", [Text], (arguments, context) => ((TemplateFrame)context).Names.Variable(ValueKinds.Text(arguments[0]), (TemplateFrame)context)) { AnswersPart = true },
        new("copyIndex", [Text | Integer, Integer], (arguments, context) => CopyIndex(arguments, (TemplateFrame)context)) { Minimum = 0 },
        new("deployment", [], (_, context) => Deployment((TemplateFrame)context)),
        new("environment", [], (_, context) => ((TemplateFrame)context).Facts.Environment),
        new("subscription", [], (_, context) => Subscription((TemplateFrame)context)),
        new("resourceGroup", [], (_, context) => Scope((TemplateFrame)context, TemplateLevel.ResourceGroup, "resourceGroup")),
        new("managementGroup", [], (_, context) => Scope((TemplateFrame)context, TemplateLevel.ManagementGroup, "managementGroup")),
        new("tenant", [], (_, context) => Tenant((TemplateFrame)context)),
        new("deployer", [], (_, context) => Deployer((TemplateFrame)context)),
        new("newGuid", [], (_, context) => NewGuid((TemplateFrame)context)),
        new("utcNow", [Text], (arguments, context) => UtcNow(arguments, (TemplateFrame)context)) { Minimum = 0 },
    ];

    private static PolicyValue CopyIndex(ImmutableArray<PolicyValue> arguments, TemplateFrame frame)
    {
        var loop = arguments is [TextValue name, ..] ? name.Value : frame.Loop;
        if (loop is null || !frame.Loops.TryGetValue(loop, out var index))
            return new FailedValue("The template function 'copyIndex' is not expected at this location. The function can only be used in a resource with copy specified. Please see https://aka.ms/arm-copy for usage details.");
        var offset = arguments.LastOrDefault() is IntegerValue given ? given.Value : 0;
        return new IntegerValue(index + offset);
    }

    private static ObjectValue Deployment(TemplateFrame frame)
    {
        var members = new List<KeyValuePair<string, PolicyValue>> { new("name", new TextValue(frame.Facts.Name)) };
        if (frame.Facts.Location is { } location) members.Add(new("location", new TextValue(location)));
        members.Add(new("properties", PolicyValueReader.Object(
            ("mode", new TextValue(frame.Facts.Mode)), ("provisioningState", new TextValue("Accepted")), ("template", frame.Names.Outline))));
        return new ObjectValue([.. members]);
    }

    private static PolicyValue Subscription(TemplateFrame frame)
    {
        if (frame.Place.SubscriptionId is not { } id) return TemplateFailures.NotHere("subscription");
        var known = frame.World.Resource($"/subscriptions/{id}");
        return PolicyValueReader.Object(
            ("id", new TextValue($"/subscriptions/{id}")), ("subscriptionId", new TextValue(id)), ("tenantId", new TextValue(frame.Place.TenantId)),
            ("displayName", known?["displayName"] is TextValue name ? name : new TextValue(id)));
    }

    private static PolicyValue Scope(TemplateFrame frame, TemplateLevel level, string function)
    {
        if (frame.Place.Level != level) return TemplateFailures.NotHere(function);
        return frame.World.Resource(frame.Place.Scope) is { } found ? found : TemplateFailures.Unknown();
    }

    private static ObjectValue Tenant(TemplateFrame frame) => PolicyValueReader.Object(
        ("id", new TextValue($"/tenants/{frame.Place.TenantId}")), ("tenantId", new TextValue(frame.Place.TenantId)),
        ("countryCode", new TextValue("US")), ("displayName", new TextValue("Plumbline emulator")));

    private static ObjectValue Deployer(TemplateFrame frame) => PolicyValueReader.Object(
        ("objectId", new TextValue(frame.Facts.PrincipalId)), ("tenantId", new TextValue(frame.Place.TenantId)), ("userPrincipalName", new TextValue("")));

    // Different in every deployment and for every call, the same when a deployment is looked at twice.
    private static TextValue NewGuid(TemplateFrame frame)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{frame.Facts.Seed}/{frame.Trace.NextGuid()}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new TextValue(new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString());
    }

    private static PolicyValue UtcNow(ImmutableArray<PolicyValue> arguments, TemplateFrame frame) =>
        TemplateDateFunctions.Format(frame.UtcNow, arguments.IsEmpty ? "yyyyMMdd'T'HHmmss'Z'" : ValueKinds.Text(arguments[0]), "utcNow", CultureInfo.InvariantCulture);
}
