using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Emulator.Identity;

/// <summary>The service principals that may sign in with a secret.</summary>
internal sealed class PrincipalDirectory(ImmutableArray<EmulatorPrincipal> principals, BearerToken runToken)
{
    /// <summary>The principal with this client id, or null.</summary>
    public EmulatorPrincipal? WithAppId(string appId) =>
        principals.FirstOrDefault(principal => string.Equals(principal.AppId, appId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first principal whose secret this is, or null.</summary>
    public EmulatorPrincipal? WithSecret(string secret) => principals.FirstOrDefault(principal => IsSecretOf(principal, secret));

    /// <summary>Whether it is the token of the run.</summary>
    public bool IsRunToken(string secret) => CryptographicOperations.FixedTimeEquals(Digest(secret), Digest(runToken.Value));

    /// <summary>Whether it is the principal's secret. Takes the same time for every wrong one.</summary>
    public bool IsSecretOf(EmulatorPrincipal principal, string secret) =>
        CryptographicOperations.FixedTimeEquals(Digest(secret), Digest(principal.Secret ?? runToken.Value));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
