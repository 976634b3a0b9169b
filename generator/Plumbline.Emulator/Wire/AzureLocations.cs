using System.Collections.Immutable;

namespace Plumbline.Emulator.Wire;

/// <summary>The regions of Azure's public cloud. The emulator has no regions of its own: every provider answers in all of them.</summary>
internal static class AzureLocations
{
    /// <summary>As people read them, such as <c>West Europe</c>.</summary>
    public static ImmutableArray<string> DisplayNames { get; } =
    [
        "Australia Central", "Australia Central 2", "Australia East", "Australia Southeast", "Austria East", "Belgium Central", "Brazil South", "Brazil Southeast",
        "Canada Central", "Canada East", "Central India", "Central US", "Chile Central", "East Asia", "East US", "East US 2", "France Central", "France South",
        "Germany North", "Germany West Central", "Indonesia Central", "Israel Central", "Italy North", "Japan East", "Japan West", "Jio India Central", "Jio India West",
        "Korea Central", "Korea South", "Malaysia West", "Mexico Central", "New Zealand North", "North Central US", "North Europe", "Norway East", "Norway West",
        "Poland Central", "Qatar Central", "South Africa North", "South Africa West", "South Central US", "South India", "Southeast Asia", "Spain Central",
        "Sweden Central", "Switzerland North", "Switzerland West", "UAE Central", "UAE North", "UK South", "UK West", "West Central US", "West Europe", "West India",
        "West US", "West US 2", "West US 3",
    ];

    /// <summary>As ARM stores them, such as <c>westeurope</c>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. DisplayNames.Select(Normalize)];

    /// <summary>The location without blanks and in lower case: "West Europe" and "westeurope" are the same.</summary>
    public static string Normalize(string location) => location.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
}
