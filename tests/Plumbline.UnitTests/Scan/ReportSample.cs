using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Reports;

namespace Plumbline.UnitTests.Scan;

/// <summary>Reports for tests.</summary>
internal static class ReportSample
{
    public static ScanReport Of(params ImmutableArray<ScanFinding> findings) => new(
        "plumbline 0.1.0", null, [new("main.bicep", InputKind.Bicep, 2)], 3, new ScanTotals { Resources = 2, Compliant = 4, NonCompliant = findings.Length }, findings, [], 0, []);

    public static ScanFinding Finding(string resource, FindingState state = FindingState.NonCompliant, string reference = "httpsOnly", string message = "a is true; expected: notEquals true") => new(
        state,
        new FindingPolicy("/providers/Microsoft.Authorization/policyDefinitions/https", "Only HTTPS", "About HTTPS.", "set", reference, ["NS-1"], "high", "Set allowInsecure to false."),
        resource,
        "Microsoft.App/containerApps",
        "Deny",
        message,
        new SourceLocation("main.bicep", new TextSpan(7, 3), "app"));
}
