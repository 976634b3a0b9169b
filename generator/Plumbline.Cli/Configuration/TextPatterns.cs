using Plumbline.Generation.Shapes;

namespace Plumbline.Cli.Configuration;

/// <summary>The forms of texts in <c>plumbline.yaml</c> and exemption files.</summary>
internal static class TextPatterns
{
    /// <summary>A GUID with hyphens.</summary>
    public static TextPattern Guid { get; } = new("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "a GUID like '00000000-0000-0000-0000-000000000000'");

    /// <summary>The name of an assignment or exemption: the characters ARM refuses in names of policy objects.</summary>
    public static TextPattern ResourceName { get; } = new("^([^<>%&:\\?/# *+\\\\]([^<>%&:\\?/#*+\\\\]*[^<>%&:\\?/#. *+\\\\])?)$", "a resource name: no < > % & : ? / # * + \\, and no blank or dot at the end");

    /// <summary>An endpoint.</summary>
    public static TextPattern HttpsUrl { get; } = new("^https://[^/\\s]+/?$", "an https URL without a path");

    /// <summary>Something at an absolute ARM path: a scope or the id of a resource.</summary>
    public static TextPattern ResourceId { get; } = new("^/[^/].*$", "a resource id, which starts with '/'");

    /// <summary>A time span: a number of minutes, hours, days or weeks.</summary>
    public static TextPattern Duration { get; } = new("^[0-9]{1,4}[mhdw]$", "a time like '7d' (m minutes, h hours, d days, w weeks)");

    /// <summary>A date, or an instant.</summary>
    public static TextPattern DateOrInstant { get; } = new(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?(Z|z|[+-][0-9]{2}:[0-9]{2})?)?$",
        "a date like '2026-12-31' or an instant like '2026-12-31T18:00:00Z'");

    /// <summary>The pinned version of a built-in.</summary>
    public static TextPattern DefinitionVersion { get; } = new("^[0-9]+\\.(\\*\\.\\*|[0-9]+\\.\\*)(-preview)?$", "a pinned version like '1.*.*' or '1.2.*'");
}
