using System.Security.Cryptography.X509Certificates;
using Plumbline.Cli.Files;
using Plumbline.Emulator;

namespace Plumbline.Cli.Environments;

/// <summary>How clients get at a running <c>plumbline emulator</c>: its bearer token and its certificate, in files of the workspace.</summary>
/// <param name="Token">The token; a word that no emulator accepts when the file is not there.</param>
/// <param name="Certificate">The certificate to pin, or null when the file is not there.</param>
internal sealed record EmulatorAccess(string Token, X509Certificate2? Certificate)
{
    /// <summary>The PEM file of the certificate.</summary>
    public const string CertificateFile = ".plumbline/local/certificate.pem";

    /// <summary>The file of the token; readable by its owner only.</summary>
    public const string TokenFile = ".plumbline/local/token";

    /// <summary>What the last emulator of this workspace wrote.</summary>
    public static EmulatorAccess Read(Workspace workspace) => new(
        workspace.Read(TokenFile)?.Text.Trim() ?? "none",
        workspace.Read(CertificateFile) is { } certificate ? X509Certificate2.CreateFromPem(certificate.Text) : null);

    /// <summary>Writes both. The token is not printed: a terminal's text ends up in logs.</summary>
    public static void Write(Workspace workspace, EmulatorHost host)
    {
        PrivateFile.Write(workspace.PathOf(TokenFile), host.Token);
        workspace.Write(CertificateFile, host.Certificate.ExportCertificatePem() + "\n");
    }
}
