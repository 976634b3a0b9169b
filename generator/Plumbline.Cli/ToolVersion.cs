using System.Reflection;

namespace Plumbline.Cli;

/// <summary>The program's name and version.</summary>
internal static class ToolVersion
{
    /// <summary>Such as <c>plumbline 0.1.0</c>.</summary>
    public static string Text { get; } = $"plumbline {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}";
}
