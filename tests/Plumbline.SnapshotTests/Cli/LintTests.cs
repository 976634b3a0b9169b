using Plumbline.Cli.Linting;
using Plumbline.Lint;
using Plumbline.SnapshotTests.Verification;

namespace Plumbline.SnapshotTests.Cli;

/// <summary>What the linter says of the documents that are wrong on purpose.</summary>
public sealed class LintTests
{
    public static TheoryData<string> Documents => [.. Checkout.Workspace.ReadAll("tests/cases/lint", "*.jsonc").Select(source => Path.GetFileNameWithoutExtension(source.File))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Findings_are_told_as_accepted(string name)
    {
        var source = Checkout.Workspace.Read($"tests/cases/lint/{name}.jsonc") ?? throw new InvalidOperationException($"'{name}' is missing.");

        Verifier.Verify(LintText.Of([PolicyLinter.Lint(source, new LintOptions())]), caseName: name);
    }
}
