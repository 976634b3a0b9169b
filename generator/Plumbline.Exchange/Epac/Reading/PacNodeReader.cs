using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>Reads the nodes of an assignment file.</summary>
internal sealed class PacNodeReader(ImmutableArray<Diagnostic>.Builder problems)
{
    private readonly PacIdentityReader identities = new(problems);

    /// <summary>The node with all below it.</summary>
    public PacNode Read(EpacObject json)
    {
        var name = json.Text("nodeName");
        if (name is null) json.Wrong("nodeName", "a text");
        var node = new PacNode(name ?? "", json.At)
        {
            Entries = [.. json.Objects("definitionEntry").Concat(json.Objects("definitionEntryList")).Select(Entry).OfType<PacEntry>()],
            Names = Names(json.Object("assignment")),
            Scope = json.Object("scope") is { } scope ? scope.Keys.ToImmutableDictionary(key => key, scope.Texts, StringComparer.Ordinal) : null,
            NotScopes = [.. BySelector(json.Object("notScopes") ?? json.Object("notScope"), (item, key) => item.Texts(key))],
            Parameters = json.Value("parameters") ?? new ObjectValue([]),
            ParameterFile = json.Text("parameterFile", "parameterFileName"),
            ParameterSelector = json.Text("parameterSelector", "parameterSuffix"),
            MessageColumn = json.Text("nonComplianceMessageColumn"),
            Overrides = [.. json.Objects("overrides").Select(Override).OfType<PacOverride>()],
            Selectors = [.. json.Objects("resourceSelectors").Select(selector => selector.Whole())],
            EnforcementMode = json.Text("enforcementMode"),
            Messages = [.. Messages(json)],
            IdentityLocations = PacIdentityReader.Locations(json),
            Identities = [.. PacIdentityReader.UserAssigned(json)],
            Roles = [.. BySelector(json.Object("additionalRoleAssignments"), (item, key) => item.Objects(key).Select(identities.Role).OfType<RoleGrant>())],
            Clouds = json.Texts("epacCloudEnvironments"),
            IsIgnored = json.Truth("ignoreBranch") ?? false,
            Children = [.. json.Objects("children").Select(Read)],
        };
        if (json.Object("metadata") is { } metadata) Metadata(metadata);
        json.Finish();
        return node;
    }

    // What an export of Plumbline writes there says nothing that is not elsewhere.
    private static void Metadata(EpacObject metadata)
    {
        foreach (var key in metadata.Keys.Where(key => key.StartsWith("plumbline", StringComparison.OrdinalIgnoreCase))) metadata.Has(key);
        metadata.Finish();
    }

    private static IEnumerable<KeyValuePair<string, T>> BySelector<T>(EpacObject? json, Func<EpacObject, string, IEnumerable<T>> read) =>
        json is null ? [] : json.Keys.SelectMany(key => read(json, key).Select(value => KeyValuePair.Create(key, value)));

    private static PacNames Names(EpacObject? json)
    {
        if (json is null) return PacNames.None;
        var names = new PacNames(json.Text("name") ?? "", json.Text("displayName") ?? "", json.Text("description") ?? "");
        json.Has("append");
        json.Finish();
        return names;
    }

    private PacEntry? Entry(EpacObject json)
    {
        var isSet = json.Has("policySetId") || json.Has("policySetName") || json.Has("initiativeId") || json.Has("initiativeName");
        var target = isSet ? json.Text("policySetId", "policySetName", "initiativeId", "initiativeName") : json.Text("policyId", "policyName");
        json.Text("displayName");
        var assignment = json.Object("assignment");
        var entry = target is null ? null : new PacEntry(isSet ? ArmObjectKind.PolicySetDefinition : ArmObjectKind.PolicyDefinition, target, json.At)
        {
            DefinitionVersion = json.Text("definitionVersion"),
            Append = assignment?.Truth("append") ?? false,
            Names = Names(assignment),
            Messages = [.. Messages(json)],
        };
        if (entry is null) problems.Add(DiagnosticCatalog.ImportValueInvalid(json.At, "an entry", "given by policyName, policyId, policySetName or policySetId"));
        json.Finish();
        return entry;
    }

    private static IEnumerable<MessageDeclaration> Messages(EpacObject json)
    {
        foreach (var message in json.Objects("nonComplianceMessages"))
        {
            var (text, reference) = (message.Text("message"), message.Text("policyDefinitionReferenceId"));
            if (text is null) message.Wrong("message", "a text");
            else yield return new(string.IsNullOrEmpty(reference) ? null : new MemberChoice(MemberChoiceKind.Reference, reference, message.AtOf("policyDefinitionReferenceId")), text);
            message.Finish();
        }
    }

    // As ARM has it, with the document it is for; or the short form of the schema.
    private PacOverride? Override(EpacObject json)
    {
        var target = json.Text("policySetName", "policySetId", "policyName", "policyId", "initiativeName", "initiativeId");
        var effect = json.Text("value", "effect");
        var (included, excluded) = (json.Texts("policyDefinitionReferences"), ImmutableArray<string>.Empty);
        var isKnown = json.Text("kind") is null or "policyEffect";
        if (!isKnown) problems.Add(DiagnosticCatalog.NotImported(json.AtOf("kind"), $"an override of the kind '{json.Text("kind")}'", "Plumbline overrides effects only"));
        foreach (var selector in json.Objects("selectors"))
        {
            var kind = selector.Text("kind");
            included = [.. included, .. selector.Texts("in")];
            excluded = [.. excluded, .. selector.Texts("notIn")];
            if (kind is not (null or "policyDefinitionReferenceId"))
            {
                problems.Add(DiagnosticCatalog.NotImported(selector.AtOf("kind"), $"an override with a selector of the kind '{kind}'", "Plumbline chooses policies only", "use a ring or an assignment of its own"));
                isKnown = false;
            }

            selector.Finish();
        }

        if (effect is null) json.Wrong("value", "an effect");
        json.Finish();
        return effect is null || !isKnown ? null : new(target is null ? null : MemberLookup.NameOf(target), effect, included, excluded, json.At);
    }
}
