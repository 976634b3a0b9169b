using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Templates;

/// <summary>Functions that make ids of resources.</summary>
internal static class ResourceIdFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("resourceId", [Text], (arguments, context) => Make("resourceId", arguments, 2, leading => Here(leading, (TemplateFrame)context))) { Minimum = 2, Repeats = true },
        new("subscriptionResourceId", [Text], (arguments, context) => Make(
            "subscriptionResourceId", arguments, 1, leading => Subscription(leading is [var id] ? id : ((TemplateFrame)context).Place.SubscriptionId))) { Minimum = 2, Repeats = true },
        new("tenantResourceId", [Text], (arguments, _) => Make("tenantResourceId", arguments, 0, _ => "")) { Minimum = 2, Repeats = true },
        new("managementGroupResourceId", [Text], (arguments, context) => Make(
            "managementGroupResourceId", arguments, 1, leading => Group(leading is [var name] ? name : ((TemplateFrame)context).Place.ManagementGroup))) { Minimum = 2, Repeats = true },
        new("extensionResourceId", [Text], (arguments, _) => Make(
            "extensionResourceId", arguments[1..], 0, _ => ValueKinds.Text(arguments[0]).TrimEnd('/'))) { Minimum = 3, Repeats = true },
    ];

    // Before the type stand the subscription and the resource group, both optional; the type is the first with a slash.
    private static PolicyValue Make(string function, ImmutableArray<PolicyValue> arguments, int optional, Func<IReadOnlyList<string>, string?> scopeOf)
    {
        var texts = arguments.Select(ValueKinds.Text).ToList();
        var at = texts.FindIndex(text => text.Contains('/', StringComparison.Ordinal));
        if (at < 0 || at > optional)
            return Failed(function, "the arguments hold no fully qualified resource type, such as 'Microsoft.Storage/storageAccounts', where one is expected");
        if (scopeOf(texts[..at]) is not { } scope) return Failed(function, "the scope that it needs is not that of the deployment");
        var (type, names) = (texts[at], texts[(at + 1)..]);
        var expected = type.Split('/').Length - 1;
        return names.Count == expected && names.TrueForAll(name => name.Length > 0)
            ? new TextValue($"{scope}/providers/{type.Split('/')[0]}" + string.Concat(names.Select((name, index) => $"/{type.Split('/')[index + 1]}/{name}")))
            : Failed(function, $"the type '{type}' requires '{expected}' resource name argument(s)");
    }

    private static string? Here(IReadOnlyList<string> leading, TemplateFrame frame) => leading switch
    {
        [] => frame.Place.Scope,
        [var one] when Guid.TryParse(one, out _) => frame.Place.ResourceGroup is { } group ? $"/subscriptions/{one}/resourceGroups/{group}" : Subscription(one),
        [var one] => frame.Place.SubscriptionId is { } subscription ? $"/subscriptions/{subscription}/resourceGroups/{one}" : null,
        _ => $"/subscriptions/{leading[0]}/resourceGroups/{leading[1]}",
    };

    private static string? Subscription(string? id) => id is null ? null : $"/subscriptions/{id}";

    private static string? Group(string? name) => name is null ? null : $"/providers/Microsoft.Management/managementGroups/{name}";

    private static FailedValue Failed(string function, string reason) =>
        new($"Unable to evaluate template language function '{function}': {reason}. Please see https://aka.ms/arm-resource-functions/#{function.ToLowerInvariant()} for usage details.");
}
