using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Effects;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Json;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.Effects;

/// <summary>Policies on one storage account, evaluated and applied.</summary>
internal static class EffectSample
{
    public const string ResourceId = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/a";

    public static readonly AliasTable Aliases = AliasTable.Of(
    [
        Storage("minimumTlsVersion") with { IsModifiable = true, ValueType = "String", VersionPaths = [new("properties.minTls", ["2019-01-01"], false), new("properties.oldTls", ["2020-01-01"], true)] },
        Storage("allowBlobPublicAccess") with { IsModifiable = true, ValueType = "Boolean" },
        Storage("networkAcls.defaultAction") with { IsModifiable = true },
        Storage("networkAcls.ipRules") with { IsModifiable = true },
        Storage("networkAcls.ipRules[*]") with { IsModifiable = true },
        Storage("networkAcls.ipRules[*].action") with { IsModifiable = true },
        new Alias("Microsoft.Web/sites/httpsOnly", "properties.httpsOnly", false) { IsModifiable = true },
    ]);

    private static readonly PolicyEvaluator Engine = new(Aliases, UnknownAliasHandling.ReadAsPath);

    /// <summary>A rule of modify that always applies to storage accounts.</summary>
    public static string Modify(string operations, string conflictEffect = "deny") =>
        $$"""{"if": {"field": "type", "equals": "Microsoft.Storage/storageAccounts"}, "then": {"effect": "modify", "details": {"roleDefinitionIds": ["/r"], "conflictEffect": "{{conflictEffect}}", "operations": [{{operations}}] } } }""";

    /// <summary>An operation.</summary>
    public static string Set(string field, string value, string operation = "addOrReplace") => $$"""{"operation": "{{operation}}", "field": "{{field}}", "value": {{value}} }""";

    /// <summary>A rule of append that always applies to storage accounts.</summary>
    public static string Append(string field, string value) =>
        $$"""{"if": {"field": "type", "equals": "Microsoft.Storage/storageAccounts"}, "then": {"effect": "append", "details": [{"field": "{{field}}", "value": {{value}} }] } }""";

    /// <summary>A storage account; <paramref name="members"/> follow its id and type.</summary>
    public static ObjectValue Account(string members) =>
        (ObjectValue)Json($$"""{"id": "{{ResourceId}}", "name": "a", "type": "Microsoft.Storage/storageAccounts", {{members}}}""");

    /// <summary>The records of rules, each assigned on its own at the subscription.</summary>
    public static ImmutableArray<AssignmentRecord> Records(ObjectValue resource, string mode, params string[] rules)
    {
        var definitions = rules.Select((rule, index) => KeyValuePair.Create($"/d{index}", Definition($$"""{"mode": "{{mode}}", "policyRule": {{rule}} }""")));
        var estate = new PolicyEstate(new PolicyLibrary(definitions, []), [], [], [], ManagementGroupTree.Empty);
        var assignments = rules.Select((_, index) => AssignmentSample.Assignment(
            $$"""{"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a{{index}}", "policyDefinitionId": "/d{{index}}"}"""));
        var evaluated = new EvaluatedResource(resource, new EvaluationContext(new DateTimeOffset(2026, 6, 30, 12, 0, 0, TimeSpan.Zero)), RelatedResourceList.Empty);
        return new AssignmentEvaluator(Engine.Evaluate).Evaluate(assignments, estate, evaluated);
    }

    /// <summary>What the rules make of a resource.</summary>
    public static EffectOutcome Apply(ObjectValue resource, string? apiVersion, params string[] rules) =>
        new EffectApplier(Aliases, UnknownAliasHandling.ReadAsPath).Apply(resource, Records(resource, "All", rules), apiVersion);

    public static PolicyValue Json(string json) =>
        PositionedJson.Parse(new SourceText("x.json", json)).Value is { } token ? PolicyValueReader.FromToken(token) : throw new ArgumentException(json, nameof(json));

    /// <summary>The members behind the identity of a resource, as JSON.</summary>
    public static string Rest(ObjectValue resource) => PolicyValueWriter.ToCompactJson(new ObjectValue([.. resource.Properties.Skip(3)]));

    private static PolicyDefinition Definition(string json)
    {
        var parsed = PolicyParser.ParseDefinition(new SourceText("d", json));
        return parsed.Value ?? throw new InvalidOperationException(parsed.Diagnostics[0].Message);
    }

    private static Alias Storage(string name) => new($"Microsoft.Storage/storageAccounts/{name}", $"properties.{name}", false);
}
