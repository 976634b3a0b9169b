using System.Globalization;
using System.Text;
using System.Xml;

namespace Plumbline.Reporting.Findings;

/// <summary>Writes JUnit XML that is valid for the schema of the Ant tasks, the strictest of those in use.</summary>
public static class JUnitWriter
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false };

    /// <summary>Writes the suites; UTF-8, LF, a final newline.</summary>
    /// <param name="suites">The suites in order.</param>
    /// <param name="timestamp">When the run started; written in UTC without a zone, as the schema wants it.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<JUnitSuite> suites, DateTimeOffset timestamp, Stream output)
    {
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("testsuites");
            var id = 0;
            foreach (var suite in suites) WriteSuite(xml, suite, id++, timestamp);
            xml.WriteEndElement();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite, int id, DateTimeOffset timestamp)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "id", Number(id));
        Attribute(xml, "package", suite.Package);
        Attribute(xml, "name", suite.Name.Length == 0 ? "unnamed" : suite.Name);
        Attribute(xml, "timestamp", timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        Attribute(xml, "hostname", "localhost");
        Attribute(xml, "tests", Number(suite.Cases.Length));
        Attribute(xml, "failures", Number(suite.Cases.Count(item => item.Outcome == JUnitOutcome.Failed)));
        Attribute(xml, "errors", Number(suite.Cases.Count(item => item.Outcome == JUnitOutcome.Error)));
        Attribute(xml, "skipped", Number(suite.Cases.Count(item => item.Outcome == JUnitOutcome.Skipped)));
        Attribute(xml, "time", Seconds(suite.Cases.Aggregate(TimeSpan.Zero, (sum, item) => sum + item.Duration)));
        Element(xml, "properties", "");
        foreach (var item in suite.Cases) WriteCase(xml, item);
        Element(xml, "system-out", "");
        Element(xml, "system-err", "");
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, JUnitCase item)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", item.Name);
        Attribute(xml, "classname", item.ClassName);
        Attribute(xml, "time", Seconds(item.Duration));
        if (item.Outcome != JUnitOutcome.Passed) WriteOutcome(xml, item);
        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, JUnitCase item)
    {
        xml.WriteStartElement(item.Outcome switch { JUnitOutcome.Failed => "failure", JUnitOutcome.Error => "error", _ => "skipped" });
        Attribute(xml, "message", item.Message ?? "");
        if (item.Outcome != JUnitOutcome.Skipped) Attribute(xml, "type", item.Outcome == JUnitOutcome.Failed ? "expectation" : "evaluation");
        xml.WriteString(Clean(item.Detail ?? ""));
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));

    private static void Element(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name);
        xml.WriteString(value);
        xml.WriteFullEndElement();
    }

    // XML 1.0 has no way to write most control characters, and half a surrogate pair is none: names of resources may hold either.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Select(rune => IsAllowed(rune) ? rune.ToString() : "\uFFFD"));

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
