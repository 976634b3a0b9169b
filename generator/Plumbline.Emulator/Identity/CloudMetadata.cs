using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>
/// <c>/metadata/endpoints</c>: the endpoints of the cloud that this emulator stands for. Clients learn from it where to sign in.
/// The list form is that of 2019-05-01, the single object that of 2015-01-01.
/// </summary>
internal static class CloudMetadata
{
    private const string FirstListVersion = "2019-05-01";

    /// <summary>The document in the form of the api-version.</summary>
    public static ArmResponse Answer(IdentityRequest request)
    {
        var version = request.Field("api-version") ?? string.Empty;
        if (ApiVersions.Check(string.Empty, version) is { } error) return ArmEnvelope.Error(error);
        return new ArmResponse(200, ApiVersions.IsSince(version, FirstListVersion) ? new JsonArray(Cloud(request.Endpoint)) : Legacy(request.Endpoint));
    }

    private static JsonObject Cloud(string endpoint) => new()
    {
        ["name"] = "Plumbline",
        ["portal"] = endpoint,
        ["authentication"] = Authentication(endpoint),
        ["resourceManager"] = endpoint + "/",
        ["graph"] = endpoint + "/",
        ["graphAudience"] = endpoint + "/",
        ["microsoftGraphResourceId"] = endpoint + "/",
        ["media"] = endpoint + "/",
        ["batch"] = endpoint + "/",
        ["gallery"] = endpoint + "/",
        ["sqlManagement"] = endpoint + "/",
        ["vmImageAliasDoc"] = endpoint + "/",
        ["activeDirectoryDataLake"] = endpoint + "/",
        ["suffixes"] = new JsonObject
        {
            ["storage"] = "core.windows.net",
            ["keyVaultDns"] = "vault.azure.net",
            ["sqlServerHostname"] = "database.windows.net",
            ["acrLoginServer"] = "azurecr.io",
            ["azureDataLakeStoreFileSystem"] = "azuredatalakestore.net",
            ["azureDataLakeAnalyticsCatalogAndJob"] = "azuredatalakeanalytics.net",
        },
    };

    private static JsonObject Legacy(string endpoint) => new()
    {
        ["galleryEndpoint"] = endpoint + "/",
        ["graphEndpoint"] = endpoint + "/",
        ["portalEndpoint"] = endpoint + "/",
        ["authentication"] = new JsonObject { ["loginEndpoint"] = endpoint + "/adfs", ["audiences"] = new JsonArray(endpoint + "/") },
    };

    // The login endpoint has to end in /adfs: else MSAL asks login.microsoftonline.com whether this host is an authority.
    private static JsonObject Authentication(string endpoint) => new()
    {
        ["loginEndpoint"] = endpoint + "/adfs",
        ["audiences"] = new JsonArray(endpoint + "/", ArmAudience.Public[0], ArmAudience.Public[2]),
        ["tenant"] = "adfs",
        ["identityProvider"] = "ADFS",
    };
}
