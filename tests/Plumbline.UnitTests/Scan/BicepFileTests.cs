using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Bicep;

namespace Plumbline.UnitTests.Scan;

public sealed class BicepFileTests
{
    private const string Text = """
        // resource comment 'Microsoft.App/containerApps@2024-03-01' = {
        param names array = [ 'a', 'b' ]
        var text = 'resource x \'A.B/c@1\' = { ${length([for y in names: '}'])}'
        var long = '''
        resource inText 'Microsoft.App/containerApps@2024-03-01' = {
        '''

        resource env 'Microsoft.App/managedEnvironments@2024-03-01' existing = {
          name: 'env'
          resource store 'storages' = {
            name: 'st'
            properties: { azureFile: { accessMode: 'ReadOnly' } }
          }
        }

        @batchSize(1)
        resource apps 'Microsoft.App/containerApps@2024-03-01' = [for (n, i) in names: if (n != 'b') {
          name: 'app-${n}'
          location: resourceGroup().location
          tags: union({
            owner: 'me'
          }, {})
          properties: {
            environmentId: env.id
            configuration: {
              ingress: { external: true, allowInsecure: i == 0 ? true
                : false
                targetPort: 80 }
              'secrets': [
                { name: 'a', value: 'b' }
                {
                  name: 'c'
                }
              ]
            }
            template: {
              containers: [for c in [ 'x', 'y' ]: {
                name: c
                image: '${c}:1'
              }]
            }
          }
        }]
        /* resource other 'A.B/c@1' = {} */
        resource single 'Microsoft.App/jobs@2024-03-01' = if (true) {
          name: 'job'
        }
        module web './modules/web.bicep' = { name: 'web' }
        module shared 'br/public:avm/res/app/container-app:0.1.0' = {
          name: 'shared'
        }
        """;

    private static readonly BicepFile File = BicepFile.Read(new SourceText("infra/main.bicep", Text));

    [Fact]
    public void Declarations_are_found_and_nothing_else() => Assert.Equal(
        [
            ("env::store", "Microsoft.App/managedEnvironments/storages", 10),
            ("apps", "Microsoft.App/containerApps", 17),
            ("single", "Microsoft.App/jobs", 45),
            ("web", "Microsoft.Resources/deployments", 48),
            ("shared", "Microsoft.Resources/deployments", 49),
        ],
        File.Declarations.Select(item => (item.Symbol, item.Type, item.Span.Line)));

    [Theory]
    [InlineData("properties.configuration.ingress.allowInsecure", 26, 34)]
    [InlineData("Properties.Configuration.Ingress.TargetPort", 28, 9)]
    [InlineData("properties.configuration.secrets[0].value", 30, 22)]
    [InlineData("properties.configuration.secrets[1].name", 32, 11)]
    [InlineData("properties.configuration.secrets[5].name", 29, 7)]
    [InlineData("properties.template.containers[7].image", 39, 9)]
    [InlineData("properties.template.scale.minReplicas", 36, 5)]
    [InlineData("tags.owner", 20, 3)]
    [InlineData("identity.type", 17, 1)]
    public void Property_is_found_as_far_as_it_is_written_out(string path, int line, int column)
    {
        var origin = new BicepOrigin(File.File, File.Declarations[1]);

        Assert.Equal((line, column), (origin.PropertyAt(path).Span?.Line, origin.PropertyAt(path).Span?.Column));
    }

    [Theory]
    [InlineData("main.bicep", "./modules/web.bicep", "modules/web.bicep")]
    [InlineData("infra/main.bicep", "../shared/web.bicep", "shared/web.bicep")]
    [InlineData("infra/main.bicep", "web.bicep", "infra/web.bicep")]
    [InlineData("../infra/main.bicep", "../web.bicep", "../web.bicep")]
    [InlineData("main.bicep", "../../web.bicep", "../../web.bicep")]
    [InlineData("/a/main.bicep", "../web.bicep", "/web.bicep")]
    public void Module_path_starts_from_the_file(string file, string module, string path) => Assert.Equal(path, new BicepFile(file, []).Resolve(module));

    [Fact]
    public void Modules_of_a_registry_are_no_files() => Assert.Equal(["./modules/web.bicep"], File.LocalModules);

    [Theory]
    [InlineData("resource")]
    [InlineData("resource a 'A.B/c@1'")]
    [InlineData("resource a 'A.B/c@1' = {")]
    [InlineData("resource a 'A.B/c@1' = [for x in y")]
    [InlineData("resource a 'A.B/c@1' = if (")]
    [InlineData("resource a 'A.B/c@1' = { b: [ ")]
    [InlineData("resource a 'A.B/c@1' = { b: 'x${")]
    [InlineData("'''")]
    [InlineData("/*")]
    [InlineData("}}}]]]")]
    public void Broken_text_ends(string text) => Assert.InRange(BicepFile.Read(new SourceText("a.bicep", text)).Declarations.Length, 0, 1);

    [Fact]
    public void Using_is_found() => Assert.Equal("../main.bicep", UsingPath.Of(new SourceText("a.bicepparam", "// using 'x'\nusing '../main.bicep'\nparam a = 'b'\n")));
}
