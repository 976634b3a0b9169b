using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Plumbline.Reporting.Findings;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Reporting.Findings;

public sealed class JUnitWriterTests
{
    private static readonly JUnitSuite Suite = new("aca-ip-rules-not-open", "test",
    [
        new("passes", "a.tests.yaml", TimeSpan.FromMilliseconds(12), JUnitOutcome.Passed),
        new("fails <\u0001> \ud83d\ude00 \ud800", "a.tests.yaml", TimeSpan.FromMilliseconds(1), JUnitOutcome.Failed, "expected \"x\"\u0007", "line 1\n\u001b[31mline 2"),
        new("breaks", "a.tests.yaml", TimeSpan.Zero, JUnitOutcome.Error, "no such file"),
        new("skips", "a.tests.yaml", TimeSpan.Zero, JUnitOutcome.Skipped, "exempt"),
    ]);

    [Fact]
    public void Suites_are_valid_for_the_published_schema()
    {
        var problems = Problems(Write([Suite, new JUnitSuite("", "empty", [])]));

        Assert.Empty(problems);
        Assert.NotEmpty(Problems(Write([Suite]).Replace("hostname=\"localhost\"", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Suite_counts_its_cases()
    {
        var suite = XDocument.Parse(Write([Suite])).Root?.Element("testsuite");

        Assert.Equal(["4", "1", "1", "1", "0.013"], ((string[])["tests", "failures", "errors", "skipped", "time"]).Select(name => suite?.Attribute(name)?.Value));
        Assert.Equal("2026-01-02T03:04:05", suite?.Attribute("timestamp")?.Value);
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_are_replaced()
    {
        var failed = XDocument.Parse(Write([Suite])).Descendants("testcase").ElementAt(1);

        Assert.Equal("fails <\uFFFD> \ud83d\ude00 \uFFFD", failed.Attribute("name")?.Value);
        Assert.Equal("line 1\n\uFFFD[31mline 2", failed.Element("failure")?.Value);
    }

    private static List<string> Problems(string text)
    {
        var problems = new List<string>();
        var schemas = new XmlSchemaSet();
        schemas.Add("", XmlReader.Create(new StringReader(RepositoryFiles.Read("tests/resources/schemas/junit.xsd").Text)));
        XDocument.Parse(text).Validate(schemas, (_, problem) => problems.Add(problem.Message));
        return problems;
    }

    private static string Write(IEnumerable<JUnitSuite> suites)
    {
        using var stream = new MemoryStream();
        JUnitWriter.Write(suites, new DateTimeOffset(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2)), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
