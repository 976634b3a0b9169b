using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Cli.Scanning.Bicep;
using Plumbline.Emulator;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Emulation;

/// <summary>Starts the emulator that a command line asks for.</summary>
internal static class EmulatorStart
{
    private const string CatalogBuiltIns = "generator/catalog/builtins";
    private const int SyntheticSeed = 1;

    /// <summary>The running emulator, and what could not be read; no emulator when that is an error.</summary>
    /// <exception cref="EmulatorStartException">It cannot start; the message says what to do.</exception>
    public static async Task<(EmulatorHost? Host, ImmutableArray<Diagnostic> Problems)> RunAsync(EmulatorRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        var (builtIns, unreadable) = new BuiltInFiles(request.Folder).Read(BuiltInPaths(request));
        var (import, unreadableImport) = Text(request, request.Import);
        var (faults, unreadableFaults) = Text(request, request.Faults);
        ImmutableArray<Diagnostic> problems = [.. unreadable, .. unreadableImport, .. unreadableFaults];
        if (problems.Any(problem => problem.IsError)) return (null, problems);
        var seeds = new SeedFiles(request, cancellationToken);
        var host = await EmulatorHost.StartAsync(Options(request, time, builtIns, seeds.Read()) with { Import = import, Faults = faults?.Text }, cancellationToken).ConfigureAwait(false);
        if (!seeds.Problems.Any(problem => problem.IsError)) return (host, [.. problems, .. seeds.Problems]);
        await host.DisposeAsync().ConfigureAwait(false);
        return (null, [.. problems, .. seeds.Problems]);
    }

    private static EmulatorOptions Options(EmulatorRequest request, TimeProvider time, ImmutableArray<SourceText> builtIns, IEnumerable<string> seeds) => new(
        request.Port,
        request.Subscription,
        request.Tenant,
        request.State is { } state ? Path.Combine(request.Folder, state) : null,
        builtIns,
        seeds,
        time)
    {
        HttpPort = request.HttpPort,
        KeepsSeedSubscriptions = true,
        Templates = DeploymentSnapshots.Find(),
        Throttling = new ThrottlingOptions(request.Throttles),
        AllowUnknownTypes = request.AllowsUnknownTypes,
        ScanInterval = request.ScanEveryMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        Synthetic = request.SyntheticResources is { } count ? new SyntheticOptions(SyntheticSeed, count) : null,
    };

    private static (SourceText? Text, ImmutableArray<Diagnostic> Problems) Text(EmulatorRequest request, string? file)
    {
        if (file is null) return (null, []);
        var text = LooseFile.Read(request.Folder, file, out var problem);
        return (text, problem is null ? [] : [problem]);
    }

    private static ImmutableArray<string> BuiltInPaths(EmulatorRequest request) =>
        request.BuiltIns.IsEmpty && Directory.Exists(Path.Combine(request.Folder, CatalogBuiltIns)) ? [CatalogBuiltIns] : request.BuiltIns;
}
