using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Bicep;

/// <summary>The declarations of a Bicep file. Bicep itself compiles the file; this only finds the lines again.</summary>
/// <param name="File">The path as the user named it.</param>
/// <param name="Declarations">Resources and modules in the order of the text, without those that are <c>existing</c>.</param>
public sealed record BicepFile(string File, ImmutableArray<BicepDeclaration> Declarations)
{
    /// <summary>Reads a file. What cannot be followed is left out.</summary>
    public static BicepFile Read(SourceText source) => new(source.File, new BicepParser(BicepLexer.Read(source.Text)).Declarations());

    /// <summary>The paths of the modules that are files, as written.</summary>
    public IEnumerable<string> LocalModules => Declarations.Select(declaration => declaration.ModulePath).OfType<string>().Where(IsLocal);

    /// <summary>Whether a module path is that of a file, not of a registry.</summary>
    public static bool IsLocal(string path) => !path.StartsWith("br:", StringComparison.Ordinal) && !path.StartsWith("br/", StringComparison.Ordinal) && !path.StartsWith("ts:", StringComparison.Ordinal) && !path.StartsWith("ts/", StringComparison.Ordinal);

    /// <summary>The path of a module seen from where this file's path starts, with forward slashes.</summary>
    public string Resolve(string modulePath)
    {
        var segments = new List<string>(File.Replace('\\', '/').Split('/')[..^1]);
        foreach (var segment in modulePath.Split('/'))
        {
            if (segment == ".." && segments.Count > 0 && segments[^1] is not ("" or "..")) segments.RemoveAt(segments.Count - 1);
            else if (segment != ".") segments.Add(segment);
        }

        return string.Join('/', segments);
    }
}
