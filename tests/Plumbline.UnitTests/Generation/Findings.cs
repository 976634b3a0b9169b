using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Generation;

/// <summary>Writes diagnostics as text, so that a test states everything about them in a few lines.</summary>
internal static class Findings
{
    public static string Write(ImmutableArray<Diagnostic> findings) => string.Join("\n\n", findings.Select(Write));

    public static string Write(Diagnostic finding)
    {
        var span = finding.Location.Span;
        var place = span is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Line}:{at.Column}+{at.Length}") : "whole file";
        return $"{place} {finding.Severity} {finding.Code} {finding.Location.Path}".TrimEnd() + $"\n{finding.Message}\n{finding.Help}".TrimEnd();
    }
}
