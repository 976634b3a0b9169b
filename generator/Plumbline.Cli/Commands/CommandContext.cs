using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;

namespace Plumbline.Cli.Commands;

/// <summary>What a command may touch of the world.</summary>
/// <param name="Console">Where it prints.</param>
/// <param name="Workspace">The files it works on.</param>
/// <param name="Folder">The folder that relative paths of the command line start from.</param>
/// <param name="World">The clock and whoever can answer.</param>
internal sealed record CommandContext(CliConsole Console, Workspace Workspace, string Folder, CliWorld World);
