using Plumbline.Policy.Diagnostics;
using Plumbline.Reporting.Findings;

namespace Plumbline.UnitTests.Reporting.Findings;

/// <summary>A report with everything that formats must cope with.</summary>
internal static class FindingSample
{
    public static FindingReport Report { get; } = new(
        "lint",
        "1.2.3",
        [
            new FindingRule("with-everything", "A rule", "It has every member.", FindingLevel.Error)
            {
                HelpUri = "https://example.org/rules/with-everything",
                HelpMarkdown = "Fix **it**.",
                Tags = ["security", "NS-2", "security"],
                SecuritySeverity = 7.5m,
            },
            new FindingRule("advice", "Advice", "It has no more than it must.", FindingLevel.Note),
        ],
        [
            new Finding("with-everything", FindingLevel.Error, "100% wrong, line 1\nline 2", new SourceLocation("a folder/ä,b:c.json", new TextSpan(3, 7, 5), "$.properties.mode")) { Help = "Say Indexed" },
            new Finding("with-everything", FindingLevel.Warning, "No place", new SourceLocation("b.json")),
            new Finding("advice", FindingLevel.Note, "Consider ##vso[task.complete]", new SourceLocation("b.json", new TextSpan(1, 1))),
            new Finding("advice", FindingLevel.Note, "Hidden", new SourceLocation("b.json", new TextSpan(1, 1))) { Suppression = "known" },
        ]);
}
