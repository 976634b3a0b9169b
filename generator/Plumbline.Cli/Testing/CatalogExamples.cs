using System.Collections.Immutable;
using Plumbline.Cli.Catalogs;
using Plumbline.Generation;
using Plumbline.Generation.Catalog;
using Plumbline.Generation.Reading;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Documents;

namespace Plumbline.Cli.Testing;

/// <summary>The examples of a catalog's policies as test files, each with the definition that the catalog generates.</summary>
/// <param name="Files">One a policy that has examples.</param>
/// <param name="Definitions">All definitions: generated ones, those of attestations and fixes included, and the built-ins that are referred to.</param>
/// <param name="Problems">What is wrong with examples.</param>
internal sealed record CatalogExamples(ImmutableArray<TestFile> Files, ImmutableArray<SourceText> Definitions, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Reads the examples of a catalog.</summary>
    /// <param name="loaded">The catalog.</param>
    /// <param name="builtIns">The built-ins beside it.</param>
    /// <param name="named">Names files as they are shown.</param>
    public static CatalogExamples Of(LoadedCatalog loaded, ImmutableArray<SourceText> builtIns, Func<SourceText, SourceText> named)
    {
        var generated = CatalogGenerator.Generate(loaded.Catalog, builtIns).Tree.Files;
        var files = ImmutableArray.CreateBuilder<TestFile>();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var policies = CatalogChecker.AllPolicies(loaded.Catalog).ToImmutableArray();
        foreach (var policy in policies.Where(policy => policy.Source["examples"] is not null))
        {
            if (DefinitionOf(policy, loaded.Catalog, generated, builtIns) is not { } found) continue;
            var definition = named(found);
            var read = TestFileReader.ReadExamples(loaded.Source.File, policy, new GivenPolicySource(definition, policy.Source.Location));
            problems.AddRange(read.Diagnostics);
            if (read.Value is { } file) files.Add(file);
        }

        IEnumerable<SourceText> definitions =
        [
            .. generated.Where(file => file.Key.StartsWith("definitions/", StringComparison.Ordinal)).Select(file => new SourceText(file.Key, file.Value)),
            .. policies.OfType<BuiltInPolicy>().Select(policy => DefinitionOf(policy, loaded.Catalog, generated, builtIns)).OfType<SourceText>(),
        ];
        return new([.. files], [.. definitions.DistinctBy(definition => definition.File).Select(named)], problems.ToImmutable());
    }

    private static SourceText? DefinitionOf(CatalogPolicy policy, ServiceCatalog catalog, ImmutableSortedDictionary<string, string> generated, ImmutableArray<SourceText> builtIns)
    {
        if (policy is BuiltInPolicy builtIn) return builtIns.FirstOrDefault(source => source.File.EndsWith($"/{builtIn.DefinitionName}.json", StringComparison.OrdinalIgnoreCase));
        return policy is CustomPolicy custom && $"definitions/{catalog.Service.Folder}/{custom.Header.Name}.json" is var file && generated.TryGetValue(file, out var text)
            ? new SourceText(file, text)
            : null;
    }
}
