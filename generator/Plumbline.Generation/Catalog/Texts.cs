using System.Collections.Immutable;
using Plumbline.Generation.Shapes;

namespace Plumbline.Generation.Catalog;

/// <summary>The kinds of text in a catalog. Lengths are Azure Policy's limits.</summary>
internal static class Texts
{
    public static TextShape Plain(string description) => new(description);

    public static TextShape OneOf(string description, params ImmutableArray<string> values) => new(description) { AllowedValues = values };

    public static TextShape Kebab(string description) =>
        new(description) { Pattern = new("^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case words joined by hyphens") };

    public static TextShape Name(string description) => Kebab(description) with { MaximumLength = 64 };

    public static TextShape Version(string description) =>
        new(description) { Pattern = new("^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$", "a version like 1.0.0") };

    public static TextShape PinnedVersion(string description) =>
        new(description) { Pattern = new("^(0|[1-9][0-9]*)\\.(\\*|0|[1-9][0-9]*)\\.\\*(-preview)?$", "a pinned version like 1.*.*") };

    public static TextShape DefinitionName(string description) =>
        new(description) { Pattern = new("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", "the GUID of a built-in definition in lower case") };

    public static TextShape ReferenceId(string description) =>
        new(description) { Pattern = new("^[a-z][A-Za-z0-9]*$", "a camel-case word"), MaximumLength = 64 };

    public static TextShape ControlId(string description) =>
        new(description) { Pattern = new("^[A-Z]{2}-[1-9][0-9]*$", "a control id like NS-1") };

    public static TextShape ResourceType(string description) =>
        new(description) { Pattern = new("^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)+(/[A-Za-z0-9]+)+$", "a resource type like Microsoft.App/containerApps") };

    public static TextShape Url(string description) => new(description) { Pattern = new("^https://[^\\s]+$", "an https URL") };

    public static TextShape DisplayName() => new("The display name.") { MaximumLength = 128 };

    public static TextShape Description() => new("The description.") { MaximumLength = 512 };

    public static TextShape Metadata(string description) => new(description) { MaximumLength = 1024 };
}
