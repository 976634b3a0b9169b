using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Planning.Roles;

/// <summary>GUIDs that follow from a name (RFC 9562, version 5): .NET makes random ones only.</summary>
public static class NameGuid
{
    private static readonly Guid Namespace = new("6f1c1f0e-6b0f-4f57-9d3c-0c1d7f2f7a11");

    /// <summary>The name of the role assignment of a principal for an assignment: the same each time, so that writing it twice is writing it once.</summary>
    /// <param name="assignmentId">The policy assignment.</param>
    /// <param name="principalId">The object id of its identity.</param>
    /// <param name="roleDefinitionId">The role, with or without scope in its id.</param>
    /// <param name="scope">Where.</param>
    public static Guid OfRole(string assignmentId, string principalId, string roleDefinitionId, string scope) =>
        Of(string.Join('|', assignmentId.TrimEnd('/'), principalId, WellKnownRoles.GuidOf(roleDefinitionId), scope.TrimEnd('/')).ToLowerInvariant());

    /// <summary>The GUID of a text.</summary>
    public static Guid Of(string name)
    {
        Span<byte> input = [.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];

        // The algorithm is the standard's; nothing depends on its strength.
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
