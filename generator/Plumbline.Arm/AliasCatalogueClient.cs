using System.Text.Json;
using Azure.Core;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm;

/// <summary>Reads the alias catalogue of an endpoint: the resource providers of the subscription, or of the tenant at a management group.</summary>
public sealed class AliasCatalogueClient(ArmConnection connection)
{
    // What the Azure CLI and the policy extension send.
    private const string ProvidersVersion = "2021-04-01";

    /// <summary>All pages as one document <c>{"value":[...]}</c> in UTF-8, a provider a line, otherwise as the endpoint sent it.</summary>
    /// <param name="scope">A scope in the subscription whose providers are read; at a management group those of the tenant are.</param>
    /// <param name="at">What diagnostics name.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<ArmOutcome<byte[]>> ReadAsync(string scope, SourceLocation at, CancellationToken cancellation)
    {
        var root = ArmScope.Parse(scope) is { Kind: not ArmScopeKind.ManagementGroup } parsed ? parsed.Root : string.Empty;
        var first = new ArmCall(RequestMethod.Get, connection.AddressOf($"{root}/providers", ProvidersVersion, ("$expand", "resourceTypes/aliases")));
        using var document = new MemoryStream();
        document.Write("{\"value\":["u8);
        var separator = "\n"u8.ToArray();
        await foreach (var item in ArmPages.ReadAsync(connection, first, "nextLink", cancellation).ConfigureAwait(false))
        {
            if (item.Failure is { } failure) return new(null, failure, [failure.ToDiagnostic(at)]);
            document.Write(separator);
            separator = ",\n"u8.ToArray();
            using var writer = new Utf8JsonWriter(document);
            item.Item.WriteTo(writer);
        }

        document.Write("\n]}\n"u8);
        return new(document.ToArray(), null, []);
    }
}
