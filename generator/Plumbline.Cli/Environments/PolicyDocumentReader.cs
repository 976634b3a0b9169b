using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Cli.Files;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Environments;

/// <summary>Reads what can be deployed: the committed documents, never what the catalog would give now.</summary>
internal static class PolicyDocumentReader
{
    /// <summary>The definitions, initiatives and built-ins of the checkout, in ordinal order of their files.</summary>
    public static ParseResult<PolicyDocuments> Read(Workspace workspace)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var documents = new PolicyDocuments(
            Documents(workspace, "definitions", found), Documents(workspace, "initiative", found), Documents(workspace, "generator/catalog/builtins", found));
        return new ParseResult<PolicyDocuments>(found.Any(problem => problem.IsError) ? null : documents, found.ToImmutable());
    }

    private static ImmutableArray<PolicyDocument> Documents(Workspace workspace, string folder, ImmutableArray<Diagnostic>.Builder found)
    {
        var documents = ImmutableArray.CreateBuilder<PolicyDocument>();
        foreach (var source in workspace.ReadAll(folder, "*.json"))
        {
            var parsed = PositionedJson.Parse(source);
            found.AddRange(parsed.Diagnostics);
            if (parsed.Value is not { } body) continue;

            var name = body["name"] is JValue { Value: string text } ? text : Path.GetFileNameWithoutExtension(source.File);
            documents.Add(new PolicyDocument(name, (ObjectValue)PolicyValueReader.FromToken(body), PositionedJson.LocationOf(source.File, body)));
        }

        return documents.ToImmutable();
    }
}
