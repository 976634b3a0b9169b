using System.Reflection;
using System.Text.RegularExpressions;
using Plumbline.Cli.Commands;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Cli;

public sealed class DiagnosticCatalogTests
{
    [Fact]
    public void Codes_are_unique_and_each_has_a_page()
    {
        var codes = Factories().Select(method => Make(method).Code).ToArray();

        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
        Assert.Equal(codes.Order(StringComparer.Ordinal), ExplainCommand.Codes);
    }

    [Fact]
    public void Messages_are_one_line_of_at_most_300_characters()
    {
        foreach (var diagnostic in Factories().Select(Make))
        {
            Assert.Matches("^PLB[0-9]{4}$", diagnostic.Code);
            Assert.InRange(diagnostic.Message.Length, 1, 300);
            Assert.DoesNotMatch(new Regex("[\r\n]"), diagnostic.Message + diagnostic.Help);
        }
    }

    private static IEnumerable<MethodInfo> Factories() =>
        typeof(DiagnosticCatalog).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(Diagnostic));

    private static Diagnostic Make(MethodInfo factory)
    {
        var arguments = factory.GetParameters().Select(parameter => Sample(parameter.ParameterType)).ToArray();
        return Assert.IsType<Diagnostic>(factory.Invoke(null, arguments));
    }

    private static object? Sample(Type type)
    {
        if (type == typeof(SourceLocation)) return new SourceLocation("file.yaml", new TextSpan(1, 1, 1), "$");
        if (type == typeof(string)) return "sample";
        if (type.IsValueType) return Activator.CreateInstance(type);
        return typeof(IEnumerable<string>).IsAssignableFrom(type) || type.IsAssignableFrom(typeof(string[])) ? Array.Empty<string>() : null;
    }
}
