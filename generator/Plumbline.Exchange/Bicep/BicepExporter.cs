using System.Collections.Immutable;
using System.Text;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Bicep;

/// <summary>
/// Exports to Bicep: <c>main.bicep</c> at the definition scope, a module for every other scope, the definitions as JSON files beside. What is deployed is what applying the plan
/// would leave; that assignments wait for their exemptions, and that nothing is deleted first, is what a template cannot say.
/// </summary>
public static class BicepExporter
{
    private const string Title = "Bicep";

    // Parameters of policies name the hosts of token issuers; they are data, not addresses to call.
    private const string Configuration = "{\n  \"analyzers\": { \"core\": { \"rules\": { \"no-hardcoded-env-urls\": { \"level\": \"off\" } } } }\n}\n";

    /// <summary>The files, and what they cannot say.</summary>
    /// <param name="plan">The plan of the environment over an endpoint that has nothing.</param>
    public static ExportResult Export(DeploymentPlan plan)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        ImmutableArray<PlanOperation> last = [.. plan.Operations.GroupBy(operation => operation.Principal is null ? operation.Id.ToLowerInvariant() : operation.Op).Select(same => same.Last()).Where(operation => CanBe(operation, problems))];
        var symbols = new BicepSymbols(last);
        var home = ArmScope.Parse(plan.Environment.DefinitionScope) ?? throw new ArgumentException("The plan's definition scope is no scope.", nameof(plan));
        var scopes = last.Where(operation => !IsAt(operation, home)).GroupBy(ScopeOf, StringComparer.OrdinalIgnoreCase).OrderBy(same => same.Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => (Scope: ArmScope.Parse(same.Key), Operations: same.ToImmutableArray())).ToImmutableArray();
        var main = new StringBuilder($"// {plan.Environment.Name}: deploy with 'az deployment {Command(home)} --template-file main.bicep'.\ntargetScope = '{BicepScope.Target(home)}'\n\n");
        var modules = new BicepModules(scopes.Select(one => one.Scope).OfType<ArmScope>());
        string OutputOf(string id, string suffix) => $"{modules.Symbol(ArmScope.Of(id))}.outputs.{symbols.Of(id)}{suffix}";
        main.Append(new BicepFile(home, [.. last.Where(operation => IsAt(operation, home))], symbols, OutputOf).Resources());
        var wanted = last.SelectMany(Wanted).ToImmutableHashSet();
        var files = ImmutableArray.CreateBuilder<ExchangeFile>();
        foreach (var (scope, operations) in scopes)
        {
            if (scope is null) continue;
            var module = new BicepFile(scope, operations, symbols);
            var file = modules.File(scope.Id);
            files.Add(new(file, module.Module(wanted)));
            var text = $"module {modules.Symbol(scope.Id)} {BicepLiteral.Text(file)} = {{\n  scope: {BicepScope.Expression(scope)}\n";
            main.Append('\n').Append(module.Parameters.Count == 0 ? text + "}\n" : $"{text}  params: {{\n{string.Concat(module.Parameters.Select(parameter => $"    {parameter.Key}: {Argument(parameter, symbols, home, OutputOf)}\n"))}  }}\n}}\n");
        }

        files.AddRange(last.Where(operation => operation.Kind == ArmObjectKind.PolicyDefinition).Select(operation => new ExchangeFile(PolicyFile(operation), JsonText.Of((ObjectValue)(operation.Body ?? new ObjectValue([]))["properties"]))));
        return ExportResult.Of([new("main.bicep", main.ToString()), new("bicepconfig.json", Configuration), .. files], problems.ToImmutable());
    }

    /// <summary>The file that holds the properties of a definition.</summary>
    internal static string PolicyFile(PlanOperation operation) => $"policies/{FileName.Of(operation.Id[(operation.Id.LastIndexOf('/') + 1)..])}.json";

    private static string ScopeOf(PlanOperation operation) => ArmScope.Of(operation.Id);

    private static bool IsAt(PlanOperation operation, ArmScope scope) => string.Equals(ScopeOf(operation), scope.Id, StringComparison.OrdinalIgnoreCase);

    // A resource as a scope would need its type and name as an existing resource, which the plan does not know to be there.
    private static bool CanBe(PlanOperation operation, ImmutableArray<Diagnostic>.Builder problems)
    {
        if (operation.Body is null) return false;
        if (ArmScope.Parse(ScopeOf(operation)) is { Kind: not ArmScopeKind.Resource }) return true;
        problems.Add(DiagnosticCatalog.NotExpressible(new SourceLocation(operation.Source ?? "plumbline.yaml"), $"the object '{operation.Id}', which stands at a resource,", Title));
        return false;
    }

    private static string Command(ArmScope scope) => scope.Kind == ArmScopeKind.ManagementGroup ? $"mg create --management-group-id {scope.Name} --location westeurope" : "sub create --location westeurope";

    // What stands at one scope and is used at another: it is an output there, so that Bicep deploys the modules in order.
    private static IEnumerable<(string Id, string Suffix)> Wanted(PlanOperation operation)
    {
        var used = operation.Principal is { } principal ? (Id: principal.AssignmentId, Suffix: BicepFile.PrincipalId)
            : operation.Kind == ArmObjectKind.PolicyExemption && operation.Body?["properties"] is ObjectValue properties && properties["policyAssignmentId"] is TextValue id ? (Id: id.Value, Suffix: BicepFile.ResourceId)
            : default;
        return used.Id is null || string.Equals(ScopeOf(operation), ArmScope.Of(used.Id), StringComparison.OrdinalIgnoreCase) ? [] : [(used.Id.ToLowerInvariant(), used.Suffix)];
    }

    private static string Argument(KeyValuePair<string, string> parameter, BicepSymbols symbols, ArmScope home, Func<string, string, string> outputOf)
    {
        var isPrincipal = parameter.Key.EndsWith(BicepFile.PrincipalId, StringComparison.Ordinal);
        if (!string.Equals(ArmScope.Of(parameter.Value), home.Id, StringComparison.OrdinalIgnoreCase)) return outputOf(parameter.Value, isPrincipal ? BicepFile.PrincipalId : BicepFile.ResourceId);
        return $"{symbols.Of(parameter.Value)}.{(isPrincipal ? "identity.principalId" : "id")}";
    }
}
