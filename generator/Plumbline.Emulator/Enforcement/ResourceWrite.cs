using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Enforcement;

/// <summary>A write of a resource that policies are asked about, or its deletion.</summary>
/// <param name="Resource">The whole resource as it would be stored; for a deletion, as it is stored.</param>
/// <param name="Now">When.</param>
/// <param name="ApiVersion">The api-version of the request; null where there is no request, as in a remediation.</param>
/// <param name="Caller">Who writes.</param>
internal sealed record ResourceWrite(StoredResource Resource, DateTimeOffset Now, string? ApiVersion, Caller Caller)
{
    private const string Tags = "tags";

    /// <summary>Whether it is a PATCH of nothing but tags: then only policies that look at tags are evaluated.</summary>
    public bool ChangesTagsOnly { get; init; }

    /// <summary>The write that a request asks for.</summary>
    public static ResourceWrite Of(StoredResource resource, ArmRequest request) => new(resource, request.Now, request.ApiVersion, request.Caller)
    {
        ChangesTagsOnly = request is { Method: "PATCH", Body.Count: > 0 } && request.Body.All(member => string.Equals(member.Key, Tags, StringComparison.OrdinalIgnoreCase)),
    };
}
