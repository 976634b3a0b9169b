using Plumbline.Generation.Catalog;
using Plumbline.Generation.Shapes;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Reading;

/// <summary>Reads a catalog and finds everything that is wrong in it, in one run.</summary>
public static class CatalogReader
{
    /// <summary>Reads <paramref name="source"/>, checking aliases against the published list.</summary>
    public static ParseResult<ServiceCatalog> Read(SourceText source) => Read(source, AliasTable.Published);

    /// <summary>Reads <paramref name="source"/>, checking aliases against <paramref name="aliases"/>.</summary>
    public static ParseResult<ServiceCatalog> Read(SourceText source, AliasTable aliases)
    {
        var document = YamlReader.Read(source);
        if (document.Root is null) return new(null, document.Diagnostics);

        var problems = new List<Diagnostic>(document.Diagnostics);
        problems.AddRange(ShapeChecker.Check(document.Root, CatalogShapes.Catalog));
        var catalog = document.Root is YamlMapping root ? Bind(root, aliases, problems) : null;
        var ordered = problems.OrderBy(problem => problem.Location.Span?.Line ?? 0).ThenBy(problem => problem.Location.Span?.Column ?? 0);
        return new(problems.Any(problem => problem.IsError) ? null : catalog, [.. ordered]);
    }

    private static ServiceCatalog Bind(YamlMapping root, AliasTable aliases, List<Diagnostic> problems)
    {
        var binder = new CatalogBinder(new PolicyBinder(new ConditionBinder()));
        var catalog = binder.Bind(root);
        problems.AddRange(binder.Problems);
        problems.AddRange(CatalogChecker.Check(catalog, aliases));
        return catalog;
    }
}
