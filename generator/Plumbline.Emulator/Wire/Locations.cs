using System.Collections.Immutable;

namespace Plumbline.Emulator.Wire;

/// <summary>The regions of Azure's public cloud. The emulator has no regions of its own: every provider answers in all of them.</summary>
internal static class Locations
{
    /// <summary>Azure's public regions, as published in 2025.</summary>
    public static ImmutableArray<Location> All { get; } =
    [
        new("eastus", "East US", "United States", "US", "westus"),
        new("eastus2", "East US 2", "United States", "US", "centralus"),
        new("southcentralus", "South Central US", "United States", "US", "northcentralus"),
        new("westus2", "West US 2", "United States", "US", "westcentralus"),
        new("westus3", "West US 3", "United States", "US", "eastus"),
        new("centralus", "Central US", "United States", "US", "eastus2"),
        new("northcentralus", "North Central US", "United States", "US", "southcentralus"),
        new("westus", "West US", "United States", "US", "eastus"),
        new("westcentralus", "West Central US", "United States", "US", "westus2"),
        new("canadacentral", "Canada Central", "Canada", "Canada", "canadaeast"),
        new("canadaeast", "Canada East", "Canada", "Canada", "canadacentral"),
        new("brazilsouth", "Brazil South", "Brazil", "South America", "southcentralus"),
        new("northeurope", "North Europe", "Europe", "Europe", "westeurope"),
        new("westeurope", "West Europe", "Europe", "Europe", "northeurope"),
        new("uksouth", "UK South", "United Kingdom", "Europe", "ukwest"),
        new("ukwest", "UK West", "United Kingdom", "Europe", "uksouth"),
        new("francecentral", "France Central", "France", "Europe", "francesouth"),
        new("germanywestcentral", "Germany West Central", "Germany", "Europe", "germanynorth"),
        new("italynorth", "Italy North", "Italy", "Europe", ""),
        new("norwayeast", "Norway East", "Norway", "Europe", "norwaywest"),
        new("polandcentral", "Poland Central", "Poland", "Europe", ""),
        new("spaincentral", "Spain Central", "Spain", "Europe", ""),
        new("swedencentral", "Sweden Central", "Sweden", "Europe", "swedensouth"),
        new("switzerlandnorth", "Switzerland North", "Switzerland", "Europe", "switzerlandwest"),
        new("uaenorth", "UAE North", "UAE", "Middle East", "uaecentral"),
        new("qatarcentral", "Qatar Central", "Qatar", "Middle East", ""),
        new("israelcentral", "Israel Central", "Israel", "Middle East", ""),
        new("southafricanorth", "South Africa North", "South Africa", "Africa", "southafricawest"),
        new("australiaeast", "Australia East", "Australia", "Asia Pacific", "australiasoutheast"),
        new("australiasoutheast", "Australia Southeast", "Australia", "Asia Pacific", "australiaeast"),
        new("australiacentral", "Australia Central", "Australia", "Asia Pacific", "australiacentral2"),
        new("centralindia", "Central India", "India", "Asia Pacific", "southindia"),
        new("southindia", "South India", "India", "Asia Pacific", "centralindia"),
        new("eastasia", "East Asia", "Asia Pacific", "Asia Pacific", "southeastasia"),
        new("southeastasia", "Southeast Asia", "Asia Pacific", "Asia Pacific", "eastasia"),
        new("japaneast", "Japan East", "Japan", "Asia Pacific", "japanwest"),
        new("japanwest", "Japan West", "Japan", "Asia Pacific", "japaneast"),
        new("koreacentral", "Korea Central", "Korea", "Asia Pacific", "koreasouth"),
        new("koreasouth", "Korea South", "Korea", "Asia Pacific", "koreacentral"),
    ];

    /// <summary>The location without blanks and in lower case: "West Europe" and "westeurope" are the same.</summary>
    public static string Normalize(string location) => location.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
}
