using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;

namespace Plumbline.Testing.Running;

/// <summary>Runs tests of policies.</summary>
/// <param name="documents">Finds the policies and the files of resources.</param>
/// <param name="aliases">Where field names are looked up.</param>
/// <param name="unknownAliases">What to do with a field name that is not found.</param>
/// <param name="expander">Expands templates, or null when nothing here can.</param>
public sealed class PolicyTestRunner(
    ITestDocuments documents, AliasTable aliases, UnknownAliasHandling unknownAliases = UnknownAliasHandling.Refuse, ITemplateExpander? expander = null)
{
    private readonly SubjectLoader subjects = new(documents);
    private readonly ResourceLoader resources = new(documents, expander);

    internal PolicyAsker Asker { get; } = new(aliases, unknownAliases);

    /// <summary>Runs the tests of files, several files at once. The results are in the order of the files.</summary>
    public ImmutableArray<TestFileResult> Run(ImmutableArray<TestFile> files, CancellationToken cancellationToken = default) =>
        [.. files.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Run)];

    /// <summary>Runs the tests of a file.</summary>
    public TestFileResult Run(TestFile file)
    {
        var loaded = subjects.Load(file.Name, file.Policy);
        return loaded.Value is { } subject
            ? new TestFileResult(file, subject, [.. file.Tests.Select(test => Run(file.Name, subject, test))], loaded.Diagnostics)
            : new TestFileResult(file, null, [], loaded.Diagnostics);
    }

    private TestResult Run(string file, TestSubject subject, PolicyTest test)
    {
        var resource = resources.Load(file, test);
        var related = test.Related.Select(source => resources.Load(file, source)).ToList();
        ImmutableArray<Diagnostic> problems = [.. resource.Diagnostics, .. related.SelectMany(item => item.Diagnostics)];
        if (resource.Value is not { } value || problems.Any(problem => problem.IsError)) return new TestResult(test, null, [], problems);
        ImmutableArray<ObjectValue> beside = [.. related.Select(item => item.Value).OfType<ObjectValue>()];
        var asked = Asker.Ask(subject, test, value, beside);
        return asked.Value is { } verdict
            ? new TestResult(test, verdict, ExpectationChecker.Check(test.Expect, verdict), []) { Related = beside }
            : new TestResult(test, null, [], asked.Diagnostics);
    }
}
