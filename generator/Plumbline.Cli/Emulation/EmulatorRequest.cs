using System.Collections.Immutable;

namespace Plumbline.Cli.Emulation;

/// <summary>What an emulator is asked to be, as the command line has it.</summary>
/// <param name="Folder">The folder that relative paths start from.</param>
internal sealed record EmulatorRequest(
    string Folder,
    int Port,
    int? HttpPort,
    string? State,
    ImmutableArray<string> Seeds,
    string? Import,
    ImmutableArray<string> BuiltIns,
    string Subscription,
    string Tenant,
    string? Faults,
    bool Throttles,
    bool AllowsUnknownTypes,
    int? ScanEveryMinutes,
    int? SyntheticResources);
