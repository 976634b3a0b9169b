using System.Collections.Immutable;
using Plumbline.Cli.Configuration;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Shapes;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Operating;

/// <summary>Reads files of attestations.</summary>
internal static class AttestationReader
{
    /// <summary>The attestations in the order of the file, or what is wrong with it.</summary>
    public static (ImmutableArray<AttestationDeclaration> Declarations, ImmutableArray<Diagnostic> Diagnostics) Read(SourceText source)
    {
        var document = YamlReader.Read(source);
        if (document.Root is not { } root) return ([], document.Diagnostics);
        var problems = document.Diagnostics.AddRange(ShapeChecker.Check(root, AttestationShapes.File)).ToBuilder();
        if (problems.Any(problem => problem.IsError) || root is not YamlMapping mapping) return ([], problems.ToImmutable());
        ImmutableArray<AttestationDeclaration> declarations = [.. mapping.Mappings("attestations").Select(written => Attestation(written, problems))];
        foreach (var same in declarations.GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase))
            problems.AddRange(same.Skip(1).Select(repeated => DiagnosticCatalog.AttestationRepeated(repeated.At, same.Key, repeated.Name, "the file")));
        return (declarations, problems.ToImmutable());
    }

    private static AttestationDeclaration Attestation(YamlMapping written, ImmutableArray<Diagnostic>.Builder problems)
    {
        var policies = new PolicyChoice(One(written, "policy"), One(written, "control"), One(written, "reference"), One(written, "assignment"));
        return new AttestationDeclaration(written.Text("name"), policies, Scopes(written, problems), written.Text("state"), written.LocationOf("name"))
        {
            ExpiresOn = Date(written, "expiresOn", problems),
            AssessmentDate = Date(written, "assessmentDate", problems),
            Owner = written.TextOrNull("owner"),
            Comments = written.TextOrNull("comments"),
            Evidence = [.. written.Mappings("evidence").Select(one => new AttestationEvidence(one.Text("description"), one.Text("uri")))],
            Metadata = written.Object("metadata"),
        };
    }

    private static ImmutableArray<string> One(YamlMapping written, string key) => written.TextOrNull(key) is { } text ? [text] : [];

    // Attestations exist at subscriptions and below; a management group has none.
    private static ImmutableArray<string> Scopes(YamlMapping written, ImmutableArray<Diagnostic>.Builder problems)
    {
        var key = written["scopes"] is null ? "scope" : "scopes";
        var scopes = written.Texts(key);
        if (scopes.IsEmpty) problems.Add(DiagnosticCatalog.NoneOfKeys(written.Location, "an attestation", "'scope', 'scopes'"));
        foreach (var scope in scopes.Where(scope => ArmScope.Parse(scope) is not { Kind: not ArmScopeKind.ManagementGroup })) problems.Add(DiagnosticCatalog.ScopeMalformed(written.LocationOf(key), scope));
        return [.. scopes.Select(scope => scope.TrimEnd('/'))];
    }

    private static DateTimeOffset? Date(YamlMapping written, string key, ImmutableArray<Diagnostic>.Builder problems)
    {
        if (written.TextOrNull(key) is not { } text) return null;
        if (ExpiryText.Read(text) is { } instant) return instant;
        problems.Add(DiagnosticCatalog.ExpiryImpossible(written.LocationOf(key), text));
        return null;
    }
}
