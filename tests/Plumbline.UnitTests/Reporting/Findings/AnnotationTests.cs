using Plumbline.Reporting.Findings;

namespace Plumbline.UnitTests.Reporting.Findings;

public sealed class AnnotationTests
{
    [Fact]
    public void GitHub_commands_escape_what_ends_them() => Assert.Equal(
        [
            "::error file=a folder/ä%2Cb%3Ac.json,line=3,col=7,title=with-everything::100%25 wrong, line 1%0Aline 2%0ASay Indexed",
            "::warning file=b.json,title=with-everything::No place",
            "::notice file=b.json,line=1,col=1,title=advice::Consider ##vso[task.complete]",
        ],
        GitHubAnnotations.Lines(FindingSample.Report));

    [Fact]
    public void GitHub_is_told_how_many_more_there_are_than_it_shows()
    {
        var finding = FindingSample.Report.Findings[1];

        var lines = GitHubAnnotations.Lines(FindingSample.Report with { Findings = [.. Enumerable.Repeat(finding, 53)] }).ToList();

        Assert.Equal(51, lines.Count);
        Assert.Equal("::notice title=Plumbline::3 more findings are not shown here", lines[^1]);
    }

    [Fact]
    public void Azure_Pipelines_commands_escape_what_ends_them_and_advice_is_no_command() => Assert.Equal(
        [
            "##vso[task.logissue type=error;sourcepath=a folder/ä,b:c.json;linenumber=3;columnnumber=7;code=with-everything;]100%AZP25 wrong, line 1%0Aline 2. Say Indexed",
            "##vso[task.logissue type=warning;sourcepath=b.json;code=with-everything;]No place",
            "b.json: advice: Consider # #vso[task.complete]",
        ],
        AzurePipelinesAnnotations.Lines(FindingSample.Report));
}
