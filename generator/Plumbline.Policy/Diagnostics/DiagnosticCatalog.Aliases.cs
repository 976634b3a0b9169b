namespace Plumbline.Policy.Diagnostics;

/// <content>PLB2080 to PLB2099: alias catalogues.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB2080: an alias catalogue is not JSON.</summary>
    public static Diagnostic AliasCatalogueNotJson(SourceLocation at) =>
        Error("PLB2080", at, "the alias catalogue is not JSON and cannot be read", "fetch it again with 'plumbline aliases pull'");

    /// <summary>PLB2081: a document is no alias catalogue.</summary>
    public static Diagnostic NoAliasCatalogue(SourceLocation at) =>
        Error("PLB2081", at, "the document is no alias catalogue: it holds neither a list of providers nor one provider", "use the answer of GET .../providers?$expand=resourceTypes/aliases, or 'plumbline aliases pull'");

    /// <summary>PLB2082: an entry of an alias catalogue is neither provider nor resource type.</summary>
    public static Diagnostic NoAliasProvider(SourceLocation at) =>
        Warning("PLB2082", at, "the entry of the alias catalogue has no 'namespace' with 'resourceTypes', or no 'resourceType'; it is left out", "remove it, or fetch the catalogue again");

    /// <summary>PLB2083: aliases without default path are left out.</summary>
    public static Diagnostic AliasesWithoutPath(SourceLocation at, int count) =>
        Information("PLB2083", at, $"{count} alias(es) of the catalogue have no 'defaultPath' and are left out");

    /// <summary>PLB2084: an alias catalogue without aliases.</summary>
    public static Diagnostic AliasCatalogueEmpty(SourceLocation at) =>
        Warning("PLB2084", at, "the alias catalogue holds no alias, so every alias is unknown", "fetch it with $expand=resourceTypes/aliases, or with 'plumbline aliases pull'");

    /// <summary>PLB2085: a resource type has no alias.</summary>
    public static Diagnostic TypeWithoutAliases(SourceLocation at, string type, string? nearest) =>
        Error("PLB2085", at, $"no alias of the resource type '{Shortened(type)}' is known", DidYouMean(nearest) ?? "write the type in full, such as Microsoft.App/containerApps");

    /// <summary>PLB2086: the endpoint to read aliases from is not usable.</summary>
    public static Diagnostic AliasEndpointNotUsable(SourceLocation at, string reason) =>
        Error("PLB2086", at, $"no aliases can be read: {reason}", "give an https endpoint and --subscription with its id, or --environment");
}
