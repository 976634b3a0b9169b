using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Plumbline.Arm;

/// <summary>The transport to an emulator on this machine, whose certificate no authority signed: exactly that certificate is accepted and no other.</summary>
public static class PinnedCertificateHandler
{
    /// <summary>A handler that talks to the holder of <paramref name="certificate"/> only.</summary>
    public static HttpMessageHandler For(X509Certificate2 certificate)
    {
        var expected = certificate.GetRawCertData();
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, presented, _, _) => presented is not null && presented.GetRawCertData().AsSpan().SequenceEqual(expected),
            },
        };
    }
}
