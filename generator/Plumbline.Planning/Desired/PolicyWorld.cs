using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>The engine's view of what is to be deployed: definitions and initiatives by the id they will have.</summary>
internal sealed class PolicyWorld
{
    private readonly ImmutableDictionary<string, PolicyDocument> builtIns;

    private readonly ImmutableDictionary<string, ObjectValue> parameters;

    /// <summary>Reads the documents; what cannot be read is left out, as the endpoint will refuse it.</summary>
    public PolicyWorld(DesiredDocuments documents, PolicyDocuments committed, LiveState live)
    {
        builtIns = committed.BuiltIns.Where(document => document.Id.Length > 0).Concat(live.BuiltIns.Select(one => new PolicyDocument(one.Name, one.Document, new SourceLocation(one.Id))))
            .GroupBy(document => document.Id, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(same => same.Key, same => same.Last(), StringComparer.OrdinalIgnoreCase);
        var bodies = documents.All.Select(one => (one.Kind, one.Id, Document: (PolicyValue)one.Body))
            .Concat(builtIns.Values.Select(one => (Kind: KindOf(one.Id), one.Id, Document: (PolicyValue)one.Body))).ToImmutableArray();
        parameters = bodies.GroupBy(body => body.Id, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(same => same.Key, same => ParametersIn(same.First().Document), StringComparer.OrdinalIgnoreCase);
        Definitions = new PolicyLibrary(
            Parsed(bodies, ArmObjectKind.PolicyDefinition, PolicyParser.ParseDefinition),
            Parsed(bodies, ArmObjectKind.PolicySetDefinition, PolicyParser.ParseSetDefinition));
    }

    /// <summary>The definitions, ours and built-in.</summary>
    public IPolicyDefinitions Definitions { get; }

    /// <summary>The copy of a built-in definition or initiative, or null.</summary>
    public PolicyDocument? BuiltIn(string id) => builtIns.GetValueOrDefault(id);

    /// <summary>The parameter declarations of a definition or initiative, as written; empty when it is not known.</summary>
    public ObjectValue ParametersOf(string id) => parameters.GetValueOrDefault(id.TrimEnd('/')) ?? new ObjectValue([]);

    /// <summary>The effects an assignment's policies can have; empty when the body cannot be read.</summary>
    public ImmutableArray<AssignedEffect> EffectsOf(string id, ObjectValue body)
    {
        var document = new ObjectValue([KeyValuePair.Create<string, PolicyValue>("id", new TextValue(id)), .. body.Properties]);
        var assignment = AssignmentDocuments.ParseAssignment(new SourceText(id, PolicyValueWriter.ToCompactJson(document)));
        return assignment.Value is { } parsed ? AssignedEffects.Of(parsed, Definitions) : [];
    }

    private static IEnumerable<KeyValuePair<string, T>> Parsed<T>(ImmutableArray<(ArmObjectKind Kind, string Id, PolicyValue Document)> bodies, ArmObjectKind kind, Func<SourceText, ParseResult<T>> parse)
        where T : class =>
        from body in bodies
        where body.Kind == kind
        let parsed = parse(new SourceText(body.Id, PolicyValueWriter.ToCompactJson(body.Document))).Value
        where parsed is not null
        select KeyValuePair.Create(body.Id, parsed);

    private static ObjectValue ParametersIn(PolicyValue document) =>
        document is ObjectValue item && item["properties"] is ObjectValue properties && properties["parameters"] is ObjectValue declared ? declared : new ObjectValue([]);

    private static ArmObjectKind KindOf(string id) =>
        id.Contains("/policySetDefinitions/", StringComparison.OrdinalIgnoreCase) ? ArmObjectKind.PolicySetDefinition : ArmObjectKind.PolicyDefinition;
}
