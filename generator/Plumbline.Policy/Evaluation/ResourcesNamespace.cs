namespace Plumbline.Policy.Evaluation;

/// <summary>The types of <c>Microsoft.Resources</c>: of them only subscriptions and resource groups are evaluated.</summary>
internal static class ResourcesNamespace
{
    /// <summary>What the names of its types start with.</summary>
    public static ReadOnlySpan<byte> Prefix => "Microsoft.Resources/"u8;

    public static bool IsSubscription(ReadOnlySpan<char> type) => type.Equals("Microsoft.Resources/subscriptions", StringComparison.OrdinalIgnoreCase);

    public static bool IsResourceGroup(ReadOnlySpan<char> type) => type.EndsWith("/resourceGroups", StringComparison.OrdinalIgnoreCase);
}
