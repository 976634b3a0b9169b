using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Cli;

public sealed class RenderingTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("red \u001b[31mtext", "red \\u001B[31mtext")]
    [InlineData("a\tb", "a b")]
    [InlineData("over\u202Eride", "over\\u202Eride")]
    [InlineData("line\nbreak", "line\\u000Abreak")]
    public void Control_characters_never_reach_the_terminal(string text, string expected) => Assert.Equal(expected, TerminalText.Encode(text));

    [Fact]
    public void Diagnostic_shows_the_line_with_carets_below_the_span_and_the_help()
    {
        var source = new SourceText("a.yaml", "first: 1\n  secnd: 2\n");
        var diagnostic = new Diagnostic("PLB1101", DiagnosticSeverity.Error, new SourceLocation("a.yaml", new TextSpan(2, 3, 5)), "unknown key 'secnd'", "did you mean 'second'?");

        var text = DiagnosticRenderer.Render(diagnostic, source);

        Assert.Equal(
            """
            a.yaml:2:3: error PLB1101: unknown key 'secnd'
                2 |   secnd: 2
                  |   ^^^^^
              help: did you mean 'second'?

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Diagnostic_without_a_place_is_one_line() =>
        Assert.Equal("a.yaml: warning PLB1: odd\n", DiagnosticRenderer.Render(new Diagnostic("PLB1", DiagnosticSeverity.Warning, new SourceLocation("a.yaml"), "odd"), null));

    [Theory]
    [InlineData(99, 1, 1)]
    [InlineData(1, 99, 99)]
    public void Diagnostic_outside_its_text_still_renders(int line, int column, int length)
    {
        var diagnostic = new Diagnostic("PLB1", DiagnosticSeverity.Error, new SourceLocation("a", new TextSpan(line, column, length)), "odd");

        Assert.StartsWith($"a:{line}:{column}: error PLB1: odd\n", DiagnosticRenderer.Render(diagnostic, new SourceText("a", "x")), StringComparison.Ordinal);
    }
}
