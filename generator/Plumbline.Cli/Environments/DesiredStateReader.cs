using System.Collections.Immutable;
using Plumbline.Arm.Deployment;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Cli.Environments;

/// <summary>Reads the committed documents: what is deployed is what was reviewed, never what the catalog would give now.</summary>
internal static class DesiredStateReader
{
    /// <summary>The initiative of that name and the definitions it refers to.</summary>
    public static ParseResult<DesiredState> Read(Workspace workspace, string initiative)
    {
        var files = workspace.ReadAll("initiative", "*.json");
        var file = files.FirstOrDefault(candidate => NameOf(candidate) == initiative);
        if (file is null)
        {
            var missing = DiagnosticCatalog.InitiativeNotFound(new SourceLocation(EnvironmentFinder.FileName), initiative, NearestName.Find(initiative, files.Select(NameOf)));
            return new ParseResult<DesiredState>(null, [missing]);
        }

        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var set = ReadDocument(file, diagnostics);
        var definitions = workspace.ReadAll("definitions", "*.json").Select(source => ReadDocument(source, diagnostics)).OfType<DesiredDocument>().ToImmutableArray();
        return set is null || diagnostics.Any(diagnostic => diagnostic.IsError)
            ? new ParseResult<DesiredState>(null, diagnostics.ToImmutable())
            : new ParseResult<DesiredState>(new DesiredState(definitions, set).OnlyReferenced(), diagnostics.ToImmutable());
    }

    private static DesiredDocument? ReadDocument(SourceText source, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var parsed = PositionedJson.Parse(source);
        diagnostics.AddRange(parsed.Diagnostics);
        return parsed.Value is null ? null : new DesiredDocument((string?)parsed.Value["name"] ?? NameOf(source), parsed.Value, source.File);
    }

    private static string NameOf(SourceText source) => Path.GetFileNameWithoutExtension(source.File);
}
