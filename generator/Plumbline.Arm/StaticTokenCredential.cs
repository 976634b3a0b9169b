using Azure.Core;

namespace Plumbline.Arm;

/// <summary>A token that is already at hand: that of an emulator on this machine. Sent only by a connection whose endpoint is loopback.</summary>
public sealed class StaticTokenCredential(string token) : TokenCredential
{
    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token, DateTimeOffset.MaxValue);

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
