using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Emulator;

/// <summary>The one token that opens the endpoint.</summary>
internal sealed class BearerToken(string value)
{
    private const string Scheme = "Bearer ";
    private readonly byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(value));

    /// <summary>The token as text.</summary>
    public string Value { get; } = value;

    /// <summary>A new random token of 256 bits. It never starts with a dash, which command lines would take for an option.</summary>
    public static string Random()
    {
        string token;
        do token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        while (token[0] == '-');
        return token;
    }

    /// <summary>Whether the <c>Authorization</c> header carries the token. Takes the same time for every wrong one.</summary>
    public bool IsCarriedBy(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(authorization[Scheme.Length..].Trim())), digest);
}
