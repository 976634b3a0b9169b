using System.Collections.Immutable;
using Plumbline.Generation.Yaml;

namespace Plumbline.Generation.Catalog;

/// <summary>The security baseline of one service, with the outcome chosen for each of its features.</summary>
/// <param name="Controls">The controls of the published page, in its order.</param>
/// <param name="UnpublishedFeatures">Features that only the mapping spreadsheet has.</param>
/// <param name="Source">The mapping this was read from; so for all records of the model.</param>
public sealed record ServiceCatalog(
    ServiceIdentity Service,
    BenchmarkIdentity Benchmark,
    ImmutableArray<CatalogSource> Sources,
    SecurityProfile SecurityProfile,
    InitiativeIdentity Initiative,
    ImmutableArray<Control> Controls,
    ImmutableArray<UnpublishedFeature> UnpublishedFeatures,
    YamlMapping Source);

/// <summary>The Azure service.</summary>
/// <param name="Folder">The folder of its definitions below <c>definitions/</c>.</param>
/// <param name="Category">The <c>metadata.category</c> of its definitions.</param>
public sealed record ServiceIdentity(string Name, string Folder, string Category);

/// <summary>The benchmark the baseline belongs to.</summary>
/// <param name="GroupPrefix">What stands before a control's id in the names of policy definition groups.</param>
public sealed record BenchmarkIdentity(string Name, string Version, string GroupPrefix);

/// <summary>A document the catalog was written from.</summary>
public sealed record CatalogSource(string Id, string Title, string Url, string Licence);

/// <summary>The security profile of the service as published.</summary>
public sealed record SecurityProfile(string ProductCategory, string CustomerAccessToHost, string DeployableIntoVirtualNetwork, string StoresCustomerContentAtRest);

/// <summary>The initiative's own properties.</summary>
/// <param name="Parameters">Initiative parameters that several policies share.</param>
public sealed record InitiativeIdentity(string Name, string Version, string DisplayName, string Description, ImmutableArray<CatalogParameter> Parameters, YamlMapping Source);
