using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Scan;

/// <summary>Scans of templates with Microsoft's own engine, which the project restores.</summary>
public sealed class ScanBicepTests : IDisposable
{
    private const string HttpsOnly = "generator/catalog/builtins/0e80e269-43a4-4ae9-b5bc-178126b8a5cb.json";
    private const string Id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/resource-group/providers/Microsoft.App/containerApps/";

    private const string Apps = """
        param location string = resourceGroup().location

        resource safe 'Microsoft.App/containerApps@2024-03-01' = {
          name: 'safe'
          location: location
          properties: {
            configuration: {
              ingress: {
                allowInsecure: false
              }
            }
          }
        }

        resource open 'Microsoft.App/containerApps@2024-03-01' = {
          name: 'open'
          location: location
          properties: {
            configuration: {
              ingress: {
                allowInsecure: true
              }
            }
          }
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Insecure_app_is_the_one_finding_and_its_repair_ends_it()
    {
        Write("main.bicep", Apps);

        var (code, findings) = await ScanAsync("main.bicep");

        Assert.Equal((1, "NonCompliant open main.bicep:21"), (code, findings));
        Write("main.bicep", Apps.Replace("allowInsecure: true", "allowInsecure: false", StringComparison.Ordinal));
        Assert.Equal((0, ""), await ScanAsync("main.bicep"));
        Assert.Equal(["main.bicep"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Loops_modules_and_children_point_to_their_declarations()
    {
        Write("main.bicep", """
            var apps = [
              { name: 'a', insecure: false }
              { name: 'b', insecure: true }
            ]
            resource looped 'Microsoft.App/containerApps@2024-03-01' = [for app in apps: {
              name: app.name
              location: 'westeurope'
              properties: {
                configuration: { ingress: { allowInsecure: app.insecure } }
              }
            }]
            module inner 'modules/inner.bicep' = [for i in range(0, 2): { name: 'inner${i}', params: { name: 'inner${i}', insecure: i == 1 } }]
            """);
        Write("modules/inner.bicep", """
            param name string
            param insecure bool
            resource first 'Microsoft.App/containerApps@2024-03-01' = { name: '${name}-first', location: 'westeurope' }
            resource second 'Microsoft.App/containerApps@2024-03-01' = {
              name: '${name}-second'
              location: 'westeurope'
              properties: { configuration: { ingress: {
                allowInsecure: insecure
              } } }
            }
            """);

        var (_, findings) = await ScanAsync("main.bicep");

        Assert.Equal("NonCompliant b main.bicep:9 | NonCompliant inner1-second modules/inner.bicep:8", findings);
    }

    [Fact]
    public async Task What_is_not_known_before_the_deployment_is_never_compliant()
    {
        Write("main.bicep", """
            @secure()
            param insecure string
            resource environment 'Microsoft.App/managedEnvironments@2024-03-01' existing = { name: 'env' }
            resource app 'Microsoft.App/containerApps@2024-03-01' = {
              name: 'app'
              location: 'westeurope'
              properties: { configuration: { ingress: { allowInsecure: bool(insecure) } } }
            }
            resource whole 'Microsoft.App/containerApps@2024-03-01' = {
              name: 'whole'
              location: 'westeurope'
              properties: { configuration: any(environment.properties.defaultDomain) }
            }
            """);

        Assert.Equal((0, "Unknown app main.bicep:4 | Unknown whole main.bicep:9"), await ScanAsync("main.bicep"));
        Assert.Equal(1, (await ScanAsync("main.bicep", "--fail-on", "unknown")).Code);
    }

    [Fact]
    public async Task Parameters_come_from_files_and_missing_ones_are_named()
    {
        Write("main.bicep", """
            param insecure bool
            param size object
            param note string = ''
            resource app 'Microsoft.App/containerApps@2024-03-01' = {
              name: 'app'
              location: 'westeurope'
              tags: { note: note, size: size.name }
              properties: { configuration: { ingress: { allowInsecure: insecure } } }
            }
            """);
        var missing = await RunAsync("scan", "main.bicep", "--policy", Policy);
        Assert.Equal(3, missing.Code);
        Assert.Contains("main.bicep: error PLB6106: the template has parameters without a default value, and no value was given: insecure, size\n", missing.Error, StringComparison.Ordinal);
        Write("values.json", """{"parameters":{"insecure":{"value":true},"size":{"value":{"name":"it's ${x} \\ \n big"}}}}""");
        Assert.Equal(1, (await ScanAsync("main.bicep", "--parameters", "values.json")).Code);
        Write("prod.bicepparam", "using 'main.bicep'\nparam insecure = true\nparam size = { name: 'x' }\n");
        Assert.Equal((1, "NonCompliant app main.bicep:8"), await ScanAsync("prod.bicepparam"));
        Write("other.json", """{"insecure":false}""");
        Assert.Equal(0, (await ScanAsync("prod.bicepparam", "--parameters", "other.json")).Code);
    }

    [Fact]
    public async Task Folder_scans_parameters_files_instead_of_their_templates_and_no_module_twice()
    {
        Write("infra/main.bicep", "param insecure bool\nmodule m 'm.bicep' = { name: 'm', params: { insecure: insecure } }\n");
        Write("infra/m.bicep", "param insecure bool\nresource app 'Microsoft.App/containerApps@2024-03-01' = { name: 'app', location: 'w', properties: { configuration: { ingress: { allowInsecure: insecure } } } }\n");
        Write("infra/prod.bicepparam", "using './main.bicep'\nparam insecure = true\n");

        Assert.Equal((1, "NonCompliant app infra/m.bicep:2"), await ScanAsync("infra"));
    }

    [Fact]
    public async Task Arm_template_points_to_the_property()
    {
        Write("main.json", """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "parameters": { "insecure": { "type": "bool" } },
              "resources": [
                {
                  "type": "Microsoft.App/containerApps",
                  "apiVersion": "2024-03-01",
                  "name": "[concat('app', copyIndex())]",
                  "location": "westeurope",
                  "copy": { "name": "loop", "count": 2 },
                  "properties": {
                    "configuration": {
                      "ingress": {
                        "allowInsecure": "[and(parameters('insecure'), equals(copyIndex(), 1))]"
                      }
                    }
                  }
                },
                {
                  "type": "Microsoft.Resources/deployments",
                  "apiVersion": "2022-09-01",
                  "name": "linked",
                  "properties": { "mode": "Incremental", "templateLink": { "uri": "https://example.org/t.json" } }
                }
              ]
            }
            """);
        Write("main.parameters.json", """{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","parameters":{"insecure":{"value":true}}}""");

        var run = await RunAsync("scan", "main.json", "--policy", Policy, "--parameters", "main.parameters.json", "--format", "json");

        Assert.Equal("NonCompliant app1 main.json:15", Findings(run.Output));
        Assert.Contains("PLB6109", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_of_a_subscription_is_expanded_into_its_groups()
    {
        Write("main.bicep", """
            targetScope = 'subscription'
            resource group 'Microsoft.Resources/resourceGroups@2022-09-01' = { name: 'apps', location: 'westeurope' }
            module m 'm.bicep' = { name: 'm', scope: group }
            """);
        Write("m.bicep", "resource app 'Microsoft.App/containerApps@2024-03-01' = { name: 'app', location: 'w', properties: { configuration: { ingress: { allowInsecure: true } } } }\n");

        var (_, findings) = await ScanAsync("main.bicep", "--subscription", "11111111-1111-1111-1111-111111111111");

        Assert.Equal("NonCompliant /subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/apps/providers/Microsoft.App/containerApps/app m.bicep:1", findings);
    }

    [Fact]
    public async Task Template_that_satisfies_the_whole_initiative_passes()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] arguments = ["scan", "tests/resources/scan/compliant.bicep", "--parameters", "tests/resources/scan/initiative-parameters.json", "--fail-on", "unknown"];

        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 300), new CliWorld(TimeProvider.System, IsInteractive: false, () => null), RepositoryFiles.Folder, CancellationToken.None);

        Assert.Equal((0, ""), (code, error.ToString()));
        Assert.Matches("^6 resource\\(s\\), [0-9]+ policies: 0 violation\\(s\\), 0 error\\(s\\), 0 unknown, [0-9]+ compliant\n$", output.ToString());
    }

    [Fact]
    public async Task Error_of_bicep_is_reported_at_its_place()
    {
        Write("main.bicep", "var a = 'x\n");

        var run = await RunAsync("scan", "main.bicep", "--policy", Policy);

        Assert.Equal(3, run.Code);
        Assert.Contains("main.bicep:1:9: error PLB6108: Bicep cannot expand this template: BCP004", run.Error, StringComparison.Ordinal);
    }

    private static string Policy => Path.Combine(RepositoryFiles.Folder, HttpsOnly);

    private async Task<(int Code, string Findings)> ScanAsync(params string[] arguments)
    {
        var run = await RunAsync(["scan", .. arguments, "--policy", Policy, "--format", "json"]);
        return (run.Code, Findings(run.Output));
    }

    private static string Findings(string output)
    {
        using var json = JsonDocument.Parse(output);
        return string.Join(" | ", json.RootElement.GetProperty("findings").EnumerateArray().Select(finding =>
            $"{finding.GetProperty("state")} {finding.GetProperty("resource").GetString()?.Replace(Id, "", StringComparison.Ordinal)} {finding.GetProperty("file")}:{finding.GetProperty("line")}"));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        File.WriteAllText(path, text);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 300), new CliWorld(TimeProvider.System, IsInteractive: false, () => null), folder, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
