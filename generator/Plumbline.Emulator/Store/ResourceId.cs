namespace Plumbline.Emulator.Store;

/// <summary>The id of a subscription, a resource group, or a resource at any depth. Compared without regard to case; keeps the casing it was given.</summary>
internal sealed class ResourceId : IEquatable<ResourceId>, IComparable<ResourceId>
{
    private ResourceId(ResourceId? parent, string type, string name, string text)
    {
        Parent = parent;
        Type = type;
        Name = name;
        Text = text;
    }

    /// <summary>What contains it: the resource it is nested in or extends, else the resource group, else the subscription; null at tenant level.</summary>
    public ResourceId? Parent { get; }

    /// <summary>The full type, such as <c>Microsoft.App/containerApps/authConfigs</c>.</summary>
    public string Type { get; }

    /// <summary>The last segment.</summary>
    public string Name { get; }

    /// <summary>The whole id, with <c>subscriptions</c>, <c>resourceGroups</c> and <c>providers</c> in ARM's casing.</summary>
    public string Text { get; }

    /// <summary>The subscription's id (a GUID), or null at tenant level.</summary>
    public string? SubscriptionId => Is(ResourceTypes.Subscription) ? Name : Parent?.SubscriptionId;

    /// <summary>The resource group's name, or null outside one.</summary>
    public string? ResourceGroup => Is(ResourceTypes.ResourceGroup) ? Name : Parent?.ResourceGroup;

    /// <summary>Whether it is nested in its parent's type (<c>containerApps/authConfigs</c>), not an extension of it.</summary>
    public bool IsNested => Parent is not null && Type.StartsWith(Parent.Type + "/", StringComparison.OrdinalIgnoreCase) && !Is(ResourceTypes.ResourceGroup);

    /// <summary>Whether it extends another resource, as role assignments and diagnostic settings do.</summary>
    public bool IsExtension => !IsNested && Parent is not null && !Parent.IsScope;

    /// <summary>The resource it is nested in, at the top: the container app of an auth config.</summary>
    public ResourceId TopLevel => IsNested && Parent is not null ? Parent.TopLevel : this;

    private bool IsScope => Is(ResourceTypes.Subscription) || Is(ResourceTypes.ResourceGroup);

    /// <summary>Reads an id; null when <paramref name="text"/> is none, such as that of a collection.</summary>
    public static ResourceId? TryParse(string text)
    {
        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var index = 0;
        ResourceId? id = null;
        if (IsAt(segments, 0, "subscriptions") && segments.Length > 1)
        {
            id = new ResourceId(null, ResourceTypes.Subscription, segments[1], "/subscriptions/" + segments[1]);
            index = 2;
            if (IsAt(segments, 2, "resourceGroups") && segments.Length > 3)
            {
                id = new ResourceId(id, ResourceTypes.ResourceGroup, segments[3], id.Text + "/resourceGroups/" + segments[3]);
                index = 4;
            }
        }

        while (index < segments.Length)
        {
            id = NextProvider(id, segments, ref index);
            if (id is null) return null;
        }

        return id;
    }

    /// <summary>Whether its type is <paramref name="type"/>.</summary>
    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is <paramref name="scope"/> or lies anywhere inside it.</summary>
    public bool IsWithin(ResourceId scope) =>
        Text.StartsWith(scope.Text, StringComparison.OrdinalIgnoreCase) && (Text.Length == scope.Text.Length || Text[scope.Text.Length] == '/');

    /// <summary>A text that sorts before all ids inside this one and after this one; it is the id of nothing.</summary>
    public ResourceId ProbeOfContent() => new(null, string.Empty, string.Empty, Text + "/");

    /// <inheritdoc/>
    public bool Equals(ResourceId? other) => other is not null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResourceId);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <inheritdoc/>
    public int CompareTo(ResourceId? other) => string.Compare(Text, other?.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => Text;

    // One "/providers/{namespace}/{type}/{name}[/{type}/{name}]*".
    private static ResourceId? NextProvider(ResourceId? scope, string[] segments, ref int index)
    {
        if (!IsAt(segments, index, "providers") || index + 3 >= segments.Length) return null;
        var id = scope;
        var type = segments[index + 1];
        var text = $"{scope?.Text}/providers/{type}";
        index += 2;
        do
        {
            if (index + 1 >= segments.Length) return null;
            type += "/" + segments[index];
            text += $"/{segments[index]}/{segments[index + 1]}";
            id = new ResourceId(id, type, segments[index + 1], text);
            index += 2;
        }
        while (index < segments.Length && !IsAt(segments, index, "providers"));

        return id;
    }

    private static bool IsAt(string[] segments, int index, string word) =>
        index < segments.Length && string.Equals(segments[index], word, StringComparison.OrdinalIgnoreCase);
}
