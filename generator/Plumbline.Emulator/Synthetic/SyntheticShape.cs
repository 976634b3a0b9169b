using System.Collections.Immutable;
using System.Globalization;

namespace Plumbline.Emulator.Synthetic;

/// <summary>Which resource lies where in a synthetic estate. Resources are numbered from 0; those of a subscription stand together, in it those of a resource group.</summary>
internal sealed class SyntheticShape
{
    /// <summary>The management group that holds the subscriptions.</summary>
    public const string ManagementGroup = "synthetic";

    private static readonly ImmutableArray<string> Types =
    [
        "Microsoft.App/containerApps", "Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.Network/virtualNetworks",
        "Microsoft.Compute/disks", "Microsoft.Web/sites", "Microsoft.Sql/servers",
    ];

    private static readonly ImmutableArray<string> Locations = ["westeurope", "northeurope", "eastus", "swedencentral"];

    private readonly SyntheticOptions options;

    /// <summary>The shape of an estate.</summary>
    /// <exception cref="Store.EmulatorStartException">A number is out of its range.</exception>
    public SyntheticShape(SyntheticOptions options)
    {
        Check(options.Resources, 1, 10_000_000, "resources");
        Check(options.StatesPerResource, 1, 40, "states a resource");
        Check(options.Subscriptions, 1, Math.Min(1000, options.Resources), "subscriptions");
        Check(options.ResourcesPerGroup, 1, 10_000_000, "resources a group");
        this.options = options;
        PerSubscription = (options.Resources + options.Subscriptions - 1) / options.Subscriptions;
    }

    /// <summary>How many resources there are.</summary>
    public int Count => options.Resources;

    /// <summary>How many policies apply to each.</summary>
    public int Policies => options.StatesPerResource;

    /// <summary>The seed.</summary>
    public int Seed => options.Seed;

    /// <summary>How many subscriptions there are.</summary>
    public int Subscriptions => (Count + PerSubscription - 1) / PerSubscription;

    private int PerSubscription { get; }

    /// <summary>The id of a subscription, a GUID.</summary>
    public string SubscriptionId(int subscription) => string.Create(CultureInfo.InvariantCulture, $"{(uint)options.Seed:x8}-5eed-4000-8000-{subscription:x12}");

    /// <summary>The number of a subscription with this id; null when it is none of the estate.</summary>
    public int? SubscriptionOf(string id) =>
        id.Length == 36 && int.TryParse(id.AsSpan(24), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number >= 0 && number < Subscriptions
        && string.Equals(SubscriptionId(number), id, StringComparison.OrdinalIgnoreCase)
            ? number
            : null;

    /// <summary>The resources of a subscription: the first, and the one after the last.</summary>
    public (int Start, int End) OfSubscription(int subscription) => (subscription * PerSubscription, Math.Min((subscription + 1) * PerSubscription, Count));

    /// <summary>How many resource groups a subscription has.</summary>
    public int Groups(int subscription) => OfSubscription(subscription) is var (start, end) ? (end - start + options.ResourcesPerGroup - 1) / options.ResourcesPerGroup : 0;

    /// <summary>The name of a resource group.</summary>
    public static string GroupName(int group) => string.Create(CultureInfo.InvariantCulture, $"rg-{group:00000}");

    /// <summary>The resources of a resource group; none when the subscription has no group of the name.</summary>
    public (int Start, int End) OfGroup(int subscription, string name)
    {
        var group = 0;
        var isName = name.Length > 3 && int.TryParse(name.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out group) && group < Groups(subscription);
        if (!isName || !string.Equals(name, GroupName(group), StringComparison.OrdinalIgnoreCase)) return (0, 0);
        var (start, end) = OfSubscription(subscription);
        return (start + (group * options.ResourcesPerGroup), Math.Min(end, start + ((group + 1) * options.ResourcesPerGroup)));
    }

    /// <summary>The subscription and resource group of a resource.</summary>
    public (int Subscription, int Group) PlaceOf(int index)
    {
        var subscription = index / PerSubscription;
        return (subscription, (index - (subscription * PerSubscription)) / options.ResourcesPerGroup);
    }

    /// <summary>The type of a resource.</summary>
    public string TypeOf(int index) => Types[SyntheticNumbers.Below(Types.Length, options.Seed, index, 101)];

    /// <summary>The location of a resource.</summary>
    public string LocationOf(int index) => Locations[SyntheticNumbers.Below(Locations.Length, options.Seed, index, 102)];

    /// <summary>The name of a resource.</summary>
    public static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"resource-{index:00000000}");

    /// <summary>The number of the resource with this name; null when the name is none of the estate's.</summary>
    public int? IndexOf(string name) =>
        name.Length > 9 && int.TryParse(name.AsSpan(9), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Count
        && string.Equals(name, NameOf(index), StringComparison.OrdinalIgnoreCase)
            ? index
            : null;

    /// <summary>Whether an exemption covers the resource group: every twenty-fifth is exempt.</summary>
    public static bool IsExempt(int group) => group % 25 == 24;

    /// <summary>Whether a resource violates a policy; the first policies are violated more often than the last.</summary>
    public bool Violates(int index, int policy) => SyntheticNumbers.Below(1000, options.Seed, index, policy) < 250 / (policy + 1);

    private static void Check(int number, int least, int most, string what)
    {
        if (number < least || number > most)
            throw new Store.EmulatorStartException(string.Create(CultureInfo.InvariantCulture, $"A synthetic estate cannot have {number} {what}. Give {least} to {most}."));
    }
}
