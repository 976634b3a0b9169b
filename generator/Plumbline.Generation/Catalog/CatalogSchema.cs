using Plumbline.Generation.Shapes;
using Plumbline.Policy.Json;

namespace Plumbline.Generation.Catalog;

/// <summary>The JSON schema of catalogs, for editors: made from the same description that the reader checks with.</summary>
public static class CatalogSchema
{
    /// <summary>The text of <c>catalog.schema.json</c>.</summary>
    public static string Text => CanonicalJsonWriter.Write(JsonSchemaWriter.Write(CatalogShapes.Catalog, "Plumbline service catalog"));
}
