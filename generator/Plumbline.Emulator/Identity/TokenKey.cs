using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Plumbline.Emulator.Identity;

/// <summary>The key pair that signs the tokens of one run: made in memory, never written, so that tokens of another run are worth nothing.</summary>
internal sealed class TokenKey : IDisposable
{
    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Makes a new pair.</summary>
    public TokenKey()
    {
        Security = new ECDsaSecurityKey(pair) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(pair.ExportSubjectPublicKeyInfo()).AsSpan(0, 20).ToArray()) };
        Signing = new SigningCredentials(Security, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>What checks signatures.</summary>
    public SecurityKey Security { get; }

    /// <summary>What makes signatures.</summary>
    public SigningCredentials Signing { get; }

    /// <summary>The public half as a JSON Web Key Set.</summary>
    public JsonObject KeySet()
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        var key = new JsonObject
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.EcdsaSha256,
            ["kid"] = Security.KeyId,
            ["crv"] = "P-256",
            ["x"] = Base64UrlEncoder.Encode(point.X),
            ["y"] = Base64UrlEncoder.Encode(point.Y),
        };
        return new JsonObject { ["keys"] = new JsonArray(key) };
    }

    /// <inheritdoc/>
    public void Dispose() => pair.Dispose();
}
