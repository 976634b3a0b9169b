using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Bicep;

/// <summary>Writes the resources of one scope. What stands at another scope comes into a module by parameters; into the main file, as an output of the module that has it.</summary>
/// <param name="scope">The scope.</param>
/// <param name="operations">What is there, in the order of the plan.</param>
/// <param name="symbols">The names of all resources.</param>
/// <param name="outputOf">For the main file, the output of a module by the id of a resource and what is wanted of it; null for a module.</param>
internal sealed class BicepFile(ArmScope scope, ImmutableArray<PlanOperation> operations, BicepSymbols symbols, Func<string, string, string>? outputOf = null)
{
    /// <summary>What the name of a parameter or output that holds a resource id ends with.</summary>
    public const string ResourceId = "Id";

    /// <summary>What the name of a parameter or output that holds a principal ends with.</summary>
    public const string PrincipalId = "PrincipalId";

    private const string PrincipalMark = "\u0000principal";

    private readonly SortedDictionary<string, string> parameters = new(StringComparer.Ordinal);

    /// <summary>The parameters that the text uses, with the expression that gives each where the resource is declared.</summary>
    public IReadOnlyDictionary<string, string> Parameters => parameters;

    /// <summary>The resources as text.</summary>
    public string Resources() => string.Join('\n', operations.Select(Resource));

    /// <summary>The declarations of <see cref="Parameters"/>, to be asked for after <see cref="Resources"/>.</summary>
    public string Declarations() => parameters.Count == 0 ? "" : string.Concat(parameters.Keys.Select(name => $"param {name} string\n")) + "\n";

    /// <summary>The file of a module.</summary>
    /// <param name="wanted">What of resources is used at other scopes: lower-case ids with <see cref="ResourceId"/> or <see cref="PrincipalId"/>.</param>
    public string Module(ImmutableHashSet<(string Id, string Suffix)> wanted)
    {
        var resources = Resources();
        var outputs = string.Concat(
            from operation in operations
            from output in (ImmutableArray<(string Suffix, string Member)>)[(ResourceId, "id"), (PrincipalId, "identity.principalId")]
            where wanted.Contains((operation.Id.ToLowerInvariant(), output.Suffix))
            select $"\noutput {symbols.Of(operation.Id)}{output.Suffix} string = {symbols.Of(operation.Id)}.{output.Member}\n");
        return $"targetScope = '{BicepScope.Target(scope)}'\n\n{Declarations()}{resources}{outputs}";
    }

    private string Resource(PlanOperation operation)
    {
        var body = operation.Body ?? new ObjectValue([]);
        var text = new StringBuilder($"resource {Symbol(operation)} 'Microsoft.Authorization/{operation.Kind.TypeName()}@{operation.Kind.ApiVersion()}' = {{\n  name: {Name(operation)}\n");
        foreach (var property in body.Properties.Where(property => property.Value is not UndefinedValue))
            text.Append(CultureInfo.InvariantCulture, $"  {property.Key}: {(operation.Kind == ArmObjectKind.PolicyDefinition ? Loaded(operation) : Value(operation, property))}\n");
        return text.Append("}\n").ToString();
    }

    private static string Loaded(PlanOperation operation) => $"loadJsonContent({BicepLiteral.Text(BicepExporter.PolicyFile(operation))})";

    private string Value(PlanOperation operation, KeyValuePair<string, PolicyValue> property) =>
        BicepLiteral.Of(operation.Principal is null ? property.Value : WithPrincipal(property.Value), 1, text => text == PrincipalMark ? Principal(operation) : Reference(text));

    // The principal exists once the assignment does.
    private static ObjectValue WithPrincipal(PolicyValue properties) =>
        new([.. ((ObjectValue)properties).Properties.Where(property => property.Key != "principalId"), KeyValuePair.Create<string, PolicyValue>("principalId", new TextValue(PrincipalMark))]);

    private string Principal(PlanOperation operation) => operation.Principal is { PrincipalId: { } known } ? BicepLiteral.Text(known) : Of(operation.Principal?.AssignmentId ?? "", "identity.principalId", PrincipalId);

    private string? Reference(string text) => symbols.Of(text) is null ? null : Of(text, "id", ResourceId);

    private string Of(string id, string member, string suffix)
    {
        var symbol = symbols.Of(id) ?? "unknown";
        if (string.Equals(ArmScope.Of(id), scope.Id, StringComparison.OrdinalIgnoreCase)) return $"{symbol}.{member}";
        if (outputOf is not null) return outputOf(id, suffix);
        parameters[symbol + suffix] = id;
        return symbol + suffix;
    }

    private string Symbol(PlanOperation operation) => operation.Principal is { } principal
        ? $"{symbols.Of(principal.AssignmentId)}Role{operation.Op[(operation.Op.LastIndexOf('-') + 1)..]}{principal.RoleDefinitionId[(principal.RoleDefinitionId.LastIndexOf('/') + 1)..][..8]}"
        : symbols.Of(operation.Id) ?? "unknown";

    private static string Name(PlanOperation operation) => operation.Principal is { } principal
        ? $"guid({BicepLiteral.Text(principal.AssignmentId)}, {BicepLiteral.Text(principal.RoleDefinitionId)}, {BicepLiteral.Text(principal.Scope)})"
        : BicepLiteral.Text(operation.Id[(operation.Id.LastIndexOf('/') + 1)..]);
}
