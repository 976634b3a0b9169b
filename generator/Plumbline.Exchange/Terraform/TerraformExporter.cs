using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Terraform;

/// <summary>Exports to Terraform with the azurerm provider: a file a kind, the definitions as JSON files beside.</summary>
public static class TerraformExporter
{
    private const string Title = "the azurerm provider";

    private const string Versions = """
        terraform {
          required_version = ">= 1.5"
          required_providers {
            azurerm = {
              source  = "hashicorp/azurerm"
              version = ">= 4.35"
            }
          }
        }

        provider "azurerm" {
          features {}
        }

        """;

    /// <summary>The files, and what they cannot say.</summary>
    /// <param name="plan">The plan of the environment over an endpoint that has nothing.</param>
    public static ExportResult Export(DeploymentPlan plan)
    {
        ImmutableArray<PlanOperation> last =
            [.. plan.Operations.Where(operation => operation.Body is not null).GroupBy(operation => operation.Principal is null ? operation.Id.ToLowerInvariant() : operation.Op).Select(same => same.Last())];
        var resource = new TerraformResource(new TerraformNames(last));
        var files = last.GroupBy(operation => operation.Kind).OrderBy(same => same.Key)
            .Select(same => new ExchangeFile(FileOf(same.Key), string.Join('\n', same.Select(operation => resource.Of(operation).ToText()))));
        var policies = last.Where(operation => operation.Kind == ArmObjectKind.PolicyDefinition)
            .Select(operation => new ExchangeFile(TerraformResource.PolicyFile(operation), JsonText.Of((ObjectValue)(operation.Body ?? new ObjectValue([]))["properties"])));
        return ExportResult.Of([new("versions.tf", Versions.ReplaceLineEndings("\n")), .. files, .. policies], [.. last.SelectMany(Problems)]);
    }

    private static string FileOf(ArmObjectKind kind) => kind switch
    {
        ArmObjectKind.PolicyDefinition => "definitions.tf",
        ArmObjectKind.PolicySetDefinition => "initiatives.tf",
        ArmObjectKind.PolicyAssignment => "assignments.tf",
        ArmObjectKind.RoleAssignment => "roles.tf",
        _ => "exemptions.tf",
    };

    private static IEnumerable<Diagnostic> Problems(PlanOperation operation)
    {
        var at = new SourceLocation(operation.Source ?? "plumbline.yaml");
        var properties = operation.Body?["properties"] as ObjectValue ?? new ObjectValue([]);
        if (properties["enforcementMode"] is TextValue { Value: "Enroll" }) yield return DiagnosticCatalog.NotExpressible(at, $"the enforcement mode Enroll of '{operation.Title}'", Title);
        if (operation.Kind == ArmObjectKind.PolicyAssignment && properties["definitionVersion"] is TextValue) yield return DiagnosticCatalog.NotExpressible(at, $"the definition version of '{operation.Title}'", Title);
        if (operation.Kind == ArmObjectKind.PolicyExemption && properties["resourceSelectors"] is ArrayValue) yield return DiagnosticCatalog.NotExpressible(at, $"the resource selectors of the exemption '{operation.Title}'", Title);
    }
}
