using System.Globalization;

namespace Plumbline.Policy.Diagnostics;

/// <content>PLB6001 to PLB6099: tests of policies.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB6001: there is nothing to run.</summary>
    public static Diagnostic NoTests(SourceLocation at, string? filter) => filter is null
        ? Error("PLB6001", at, "no test was found here, so nothing was tested", "write a file whose name ends in '.tests.yaml', or name another path")
        : Error("PLB6001", at, $"no test fits the filter '{Shortened(filter)}', so nothing was tested", "use a part of a test's name, of its file or of its policy, with '*' as wildcard");

    /// <summary>PLB6002: a definition that a test file or an initiative names is not there.</summary>
    public static Diagnostic TestedPolicyMissing(SourceLocation at, string name, string? nearest) =>
        Error("PLB6002", at, $"the definition '{Shortened(name)}' was not found, so the tests that need it cannot run", DidYouMean(nearest) ?? "put its JSON beside the catalog's built-ins or beside the initiative");

    /// <summary>PLB6003: a test without a resource.</summary>
    public static Diagnostic TestWithoutResource(SourceLocation at) =>
        Error("PLB6003", at, "the test has no resource, and neither has its file", "add 'resource', 'file' or 'bicep' to the test or to the whole file");

    /// <summary>PLB6004: a selection that does not pick exactly one resource.</summary>
    public static Diagnostic ResourceNotSelected(SourceLocation at, string file, int found, string known) =>
        Error("PLB6004", at, string.Create(CultureInfo.InvariantCulture, $"{found} resources of '{Shortened(file)}' are meant, and a test needs exactly one; there are {Shortened(known, 120)}"), "name type and name under 'select'");

    /// <summary>PLB6005: a template that cannot be expanded.</summary>
    public static Diagnostic TestedTemplateNotExpanded(SourceLocation at, string file) =>
        Error("PLB6005", at, $"'{Shortened(file)}' is a template, which cannot be expanded here, so the test cannot run", "give the resource under 'resource', or a JSON snapshot of the expanded template under 'file'");

    /// <summary>PLB6006: a path into a resource that cannot be read.</summary>
    public static Diagnostic ResourcePathMalformed(SourceLocation at, string path) =>
        Error("PLB6006", at, $"'{Shortened(path)}' is not a path into a resource", "write names joined by dots, [0] or [*] for members of arrays, and ['...'] around a name that has dots");

    /// <summary>PLB6007: a path that leads nowhere in the resource.</summary>
    public static Diagnostic ResourcePathAbsent(SourceLocation at, string path) =>
        Error("PLB6007", at, $"the path '{Shortened(path)}' leads nowhere in the resource, so the test would not test what it says", "correct the path, or the resource it is meant for");

    /// <summary>PLB6008: an expectation that expects nothing.</summary>
    public static Diagnostic ExpectationEmpty(SourceLocation at) =>
        Error("PLB6008", at, "the expectation is empty, so the test could not fail", "write at least 'compliance'");

    /// <summary>PLB6009: a point in time that cannot be read.</summary>
    public static Diagnostic TestTimeMalformed(SourceLocation at, string text) =>
        Error("PLB6009", at, $"'{Shortened(text)}' is not a date and time", "write it in ISO 8601, such as 2025-01-01T00:00:00Z");

    /// <summary>PLB6010: an unreachable entry for a condition that is not there.</summary>
    public static Diagnostic UnreachablePathUnknown(SourceLocation at, string path, string? nearest) =>
        Error("PLB6010", at, $"the policy has no condition at '{Shortened(path)}', so the entry says nothing", DidYouMean(nearest) ?? "take the path from 'plumbline test --coverage'");

    /// <summary>PLB6011: an unreachable result that a test reached.</summary>
    public static Diagnostic UnreachableReached(SourceLocation at, string path, bool direction, string test) =>
        Error("PLB6011", at, $"the result {(direction ? "true" : "false")} of '{Shortened(path)}' is declared unreachable, and the test '{Shortened(test)}' reaches it", "remove the entry");

    /// <summary>PLB6012: coverage below what is asked for.</summary>
    public static Diagnostic CoverageTooLow(SourceLocation at, string policy, string actual, string minimum) =>
        Error("PLB6012", at, $"the tests cover {actual} % of '{Shortened(policy)}', less than the {minimum} % asked for", "add tests for what 'plumbline test --coverage' lists");

    /// <summary>PLB6013: a mutation score below what is asked for.</summary>
    public static Diagnostic MutationTooLow(SourceLocation at, string policy, string actual, string minimum) =>
        Error("PLB6013", at, $"the tests notice {actual} % of the changes to '{Shortened(policy)}', less than the {minimum} % asked for", "add tests for the survivors that 'plumbline test --mutate' lists");

    /// <summary>PLB6014: a file that holds no resource.</summary>
    public static Diagnostic NoResourceInFile(SourceLocation at, string file, string problem) =>
        Error("PLB6014", at, $"'{Shortened(file)}' cannot be read as a resource: {OneLine(problem)}", "give a JSON object, or an array of them");
}
