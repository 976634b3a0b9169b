using Plumbline.Cli;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Emulator;
using Plumbline.Policy.Aliases;

namespace Plumbline.EndToEndTests.Cli;

public sealed class AliasesPullTests
{
    private const string Subscription = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task Pulled_aliases_are_those_of_the_embedded_catalogue()
    {
        await using var host = await EmulatorHost.StartAsync(
            new EmulatorOptions(0, Subscription, "99999999-8888-7777-6666-555555555555", null, [], [], TimeProvider.System), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("plumbline-aliases-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "plumbline.yaml"), "environments: {}\n");
            EmulatorAccess.Write(Assert.IsType<Workspace>(Workspace.Find(folder.FullName)), host);

            var (code, error) = await RunAsync(folder.FullName, "aliases", "pull", host.Endpoint.ToString(), "--subscription", Subscription);
            Assert.Equal((0, ""), (code, error));

            var pulled = AliasTable.Read(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "aliases.json")), "aliases.json");
            Assert.Empty(pulled.Diagnostics);
            AssertSame(AliasTable.Published, Assert.IsType<AliasTable>(pulled.Value));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertSame(AliasTable expected, AliasTable actual)
    {
        var names = expected.Namespaces.SelectMany(provider => expected.TypesOf(provider)).SelectMany(expected.NamedUnder).ToList();
        Assert.True(names.Count > 75_000, $"only {names.Count} aliases");
        Assert.Empty(names.Where(alias => !actual.TryFind(alias.Name, out var found) || !Paths(found).SetEquals(Paths(alias))).Select(alias => alias.Name));
        Assert.Equal(names.Count, actual.Namespaces.SelectMany(provider => actual.TypesOf(provider)).SelectMany(actual.NamedUnder).Count());
    }

    // Which path of a name that types share comes first depends on the order of the types.
    private static HashSet<string> Paths(Alias alias) => [alias.Path, .. alias.OtherPaths];

    private static async Task<(int Code, string Error)> RunAsync(string folder, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 120), new CliWorld(TimeProvider.System, IsInteractive: false, () => null), folder, CancellationToken.None);
        return (code, error.ToString());
    }
}
