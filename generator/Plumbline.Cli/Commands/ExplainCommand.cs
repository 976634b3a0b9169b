using System.CommandLine;
using System.Collections.Immutable;
using System.Reflection;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline explain PLBnnnn</c>: the page of a diagnostic, offline.</summary>
internal static class ExplainCommand
{
    private const string Prefix = "diagnostics/";

    /// <summary>The codes that have a page, in order.</summary>
    public static ImmutableArray<string> Codes { get; } = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .Order(StringComparer.Ordinal)
        .ToImmutableArray();

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var code = new Argument<string>("code") { Description = "The code of a diagnostic, such as PLB1003" };
        var command = new Command("explain", "Explain a diagnostic: what it means and how to fix it") { code };
        command.SetAction(parse => (int)Run(console, parse.GetRequiredValue(code)));
        return command;
    }

    private static ExitCode Run(CliConsole console, string code)
    {
        var known = Codes.FirstOrDefault(candidate => string.Equals(candidate, code, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            console.Report([DiagnosticCatalog.UnknownCode(new SourceLocation("plumbline explain"), code, NearestName.Find(code, Codes))], _ => null);
            return ExitCode.Usage;
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + known);
        if (stream is null) return ExitCode.InternalError;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) console.WriteLine(line);
        return ExitCode.Success;
    }
}
