using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Core;
using Plumbline.Arm.Sending;

namespace Plumbline.Arm.Applying;

/// <summary>Names the lock that forbids a write: the refusal names only where it is.</summary>
internal sealed partial class ScopeLocks(ArmSender sender)
{
    /// <summary>The ids of the locks at the scopes that a refusal names; else the scopes; else the refusal itself.</summary>
    public async Task<string> NameAsync(ArmFailure failure, CancellationToken cancellation)
    {
        if (LockedScopes().Match(failure.Message) is not { Success: true } match) return failure.Message;
        var found = new List<string>();
        foreach (var scope in match.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            found.Add(await LocksAtAsync(scope, cancellation) ?? scope);
        return string.Join(", ", found.Select(name => $"'{name}'"));
    }

    private async Task<string?> LocksAtAsync(string scope, CancellationToken cancellation)
    {
        var answer = await sender.ReadAsync(new(RequestMethod.Get, sender.Connection.AddressOf($"{scope}/providers/Microsoft.Authorization/locks", ApiVersions.Locks, ("$filter", "atScope()"))), cancellation);
        if (answer.Failure is not null || answer.Body.ValueKind != JsonValueKind.Object || !answer.Body.TryGetProperty("value", out var items) || items.ValueKind != JsonValueKind.Array) return null;
        var ids = items.EnumerateArray()
            .Select(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null)
            .OfType<string>()
            .Where(id => id.StartsWith(scope + "/providers/Microsoft.Authorization/locks/", StringComparison.OrdinalIgnoreCase))
            .ToList();
        return ids.Count == 0 ? null : string.Join("', '", ids);
    }

    [GeneratedRegex(@"locked: '([^']+)'", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LockedScopes();
}
