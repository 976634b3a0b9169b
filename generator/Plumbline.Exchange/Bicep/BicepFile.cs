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
/// <param name="outputOf">For the main file, the expression of the principal of an assignment in a module; null for a module.</param>
internal sealed class BicepFile(ArmScope scope, ImmutableArray<PlanOperation> operations, BicepSymbols symbols, Func<string, string>? outputOf = null)
{
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
    /// <param name="principals">The assignments whose identities have roles elsewhere.</param>
    public string Module(ImmutableHashSet<string> principals)
    {
        var resources = Resources();
        var outputs = string.Concat(operations.Where(operation => principals.Contains(operation.Id)).Select(operation => $"\noutput {symbols.Of(operation.Id)}{PrincipalId} string = {symbols.Of(operation.Id)}.identity.principalId\n"));
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

    private string? Reference(string text) => symbols.Of(text) is null ? null : Of(text, "id", "Id");

    private string Of(string id, string member, string suffix)
    {
        var symbol = symbols.Of(id) ?? "unknown";
        if (string.Equals(ArmScope.Of(id), scope.Id, StringComparison.OrdinalIgnoreCase)) return $"{symbol}.{member}";
        if (outputOf is not null) return suffix == PrincipalId ? outputOf(id) : BicepLiteral.Text(id);
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
