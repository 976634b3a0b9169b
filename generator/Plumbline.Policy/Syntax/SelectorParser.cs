using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads <c>resourceSelectors</c> and <c>overrides</c>.</summary>
internal sealed class SelectorParser(DocumentReader document)
{
    private const int MaximumSelectors = 10;
    private const int MaximumValues = 50;

    private static readonly FrozenDictionary<string, SelectorKind> Kinds = new Dictionary<string, SelectorKind>
    {
        ["resourceType"] = SelectorKind.ResourceType,
        ["resourceLocation"] = SelectorKind.ResourceLocation,
        ["resourceWithoutLocation"] = SelectorKind.ResourceWithoutLocation,
        ["policyDefinitionReferenceId"] = SelectorKind.PolicyDefinitionReferenceId,
        ["userPrincipalId"] = SelectorKind.UserPrincipalId,
        ["groupPrincipalId"] = SelectorKind.GroupPrincipalId,
        ["resourceRolloutPercentage"] = SelectorKind.ResourceRolloutPercentage,
    }.ToFrozenDictionary();

    private static readonly string[] KindNames = [.. Kinds.Keys.Order(StringComparer.Ordinal)];

    private static readonly string[] Effects =
    [
        "Audit", "Deny", "Disabled", "AuditIfNotExists", "DeployIfNotExists", "Modify", "Append", "DenyAction", "Manual", "AddToNetworkGroup", "Mutate",
    ];

    public ImmutableArray<ResourceSelector> ResourceSelectors(ObjectMembers body) => body.Objects("resourceSelectors", MaximumSelectors, item =>
    {
        var members = new ObjectMembers(document, item, "a resource selector", "name", "selectors");
        var selectors = Selectors(members);
        foreach (var selector in selectors.Where(selector => selector.Kind == SelectorKind.PolicyDefinitionReferenceId))
            document.Report(DiagnosticCatalog.SelectorKindNotHere(selector.Location ?? members.Location, "policyDefinitionReferenceId", "a resource selector"));
        return new ResourceSelector(members.Text("name"), selectors, members.Location);
    });

    public ImmutableArray<PolicyOverride> Overrides(ObjectMembers body) => body.Objects("overrides", MaximumSelectors, Override);

    private PolicyOverride? Override(JObject item)
    {
        var members = new ObjectMembers(document, item, "an override", "kind", "value", "selectors");
        var kind = members["kind"] is null ? members.RequiredText("kind") : members.Word("kind", "policyEffect", "definitionVersion", "policyVersion");
        var selectors = Selectors(members);
        var value = members["value"] is null ? members.RequiredText("value")
            : kind == "policyEffect" ? members.Word("value", Effects)
            : kind is null ? null
            : members.Version("value");
        if (kind is null || value is null) return null;
        return new(kind == "policyEffect" ? OverrideKind.PolicyEffect : OverrideKind.DefinitionVersion, value, selectors, members.Location);
    }

    private ImmutableArray<PolicySelector> Selectors(ObjectMembers owner)
    {
        var selectors = owner.Objects("selectors", Kinds.Count, Selector);
        foreach (var repeated in selectors.GroupBy(selector => selector.Kind).SelectMany(same => same.Skip(1)))
            document.Report(DiagnosticCatalog.SelectorKindRepeated(repeated.Location ?? owner.Location, NameOf(repeated.Kind)));
        var kinds = selectors.Select(selector => selector.Kind).ToHashSet();
        if (kinds.Contains(SelectorKind.ResourceLocation) && kinds.Contains(SelectorKind.ResourceWithoutLocation))
            document.Report(DiagnosticCatalog.SelectorKindsExcludeEachOther(owner.Location, "resourceLocation", "resourceWithoutLocation"));
        return selectors;
    }

    private PolicySelector? Selector(JObject item)
    {
        var members = new ObjectMembers(document, item, "a selector", "kind", "in", "notIn", "progress");
        var name = members["kind"] is null ? members.RequiredText("kind") : members.Word("kind", KindNames);
        var (isIn, isNotIn) = (members["in"] is not null, members["notIn"] is not null);
        if (isIn == isNotIn) document.Report(DiagnosticCatalog.SelectorListNotOne(members.Location, name ?? "kind", isIn));
        var (chosen, left) = (members.Texts("in", MaximumValues), members.Texts("notIn", MaximumValues));
        if (name is null) return null;
        var selector = new PolicySelector(Kinds[name], !isIn && isNotIn, isIn ? chosen : left, members.Location);
        CheckValues(selector);
        return selector;
    }

    private void CheckValues(PolicySelector selector)
    {
        var at = selector.Location ?? document.Start;
        if (selector.Kind == SelectorKind.ResourceWithoutLocation)
        {
            foreach (var value in selector.Values.Where(value => !string.Equals(value, "subscriptionLevelResources", StringComparison.OrdinalIgnoreCase)))
                document.Report(DiagnosticCatalog.WordNotKnown(at, "resourceWithoutLocation", value, null, "subscriptionLevelResources"));
        }

        if (selector.Kind != SelectorKind.ResourceRolloutPercentage) return;
        var isOne = selector.Values is [var only] && decimal.TryParse(only, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 100;
        if (!isOne) document.Report(DiagnosticCatalog.RolloutPercentageNotRead(at, string.Join(", ", selector.Values)));
    }

    private static string NameOf(SelectorKind kind) => Kinds.First(entry => entry.Value == kind).Key;
}
