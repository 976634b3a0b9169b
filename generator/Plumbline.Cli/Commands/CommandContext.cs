using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;

namespace Plumbline.Cli.Commands;

/// <summary>What a command may touch of the world.</summary>
/// <param name="Console">Where it prints.</param>
/// <param name="Workspace">The files it works on.</param>
/// <param name="Time">The clock.</param>
/// <param name="IsInteractive">Whether somebody can answer a question.</param>
internal sealed record CommandContext(CliConsole Console, Workspace Workspace, TimeProvider Time, bool IsInteractive);
