using Plumbline.Policy.Aliases;
using Plumbline.Policy.Schemas;

namespace Plumbline.Lint.Fields;

/// <summary>What there is to say of reading an alias, whatever it is compared with. Each answers with a message, or null.</summary>
internal static class FieldJudgement
{
    private const int MaximumNesting = 2;
    private const int VersionsShown = 3;

    /// <summary>The property exists in some forms of the resource only.</summary>
    public static string? Conditional(KnownField field) => field.Facts?.NewestState.HasFlag(PropertyState.Conditional) == true
        ? $"'{field.Alias.Name}' exists only in certain forms of {field.Schema.Type}: of other forms the condition sees a missing property"
        : null;

    /// <summary>The default path has more than two <c>properties</c>. Needs no schema.</summary>
    public static string? DeeplyNested(Alias alias)
    {
        var count = alias.Path.Split('.').Count(step => step.TrimEnd('[', '*', ']') == "properties");
        return count > MaximumNesting ? $"'{alias.Name}' lies {count} resources deep ('{alias.Path}'): the inner ones are often left out of the outer one's answers" : null;
    }

    /// <summary>The newest api-version does not have the property, or none has.</summary>
    public static string? UnavailableInLatest(KnownField field) => field.Facts?.IsInNewest == true
        ? null
        : $"'{field.Alias.Name}' is not in api-version {field.Schema.NewestApiVersion} of {field.Schema.Type}, the newest: the condition sees a missing property";

    /// <summary>The newest api-version has the property, and an older one does not.</summary>
    public static string? UnavailableInOld(KnownField field)
    {
        if (field.Facts is not { IsInNewest: true } facts || facts.AbsentFrom.ToList() is not { Count: > 0 } absent) return null;
        return $"'{field.Alias.Name}' is missing from {absent.Count} of {facts.Versions.Length} api-versions of {field.Schema.Type} ({Shown(absent)}): a request in one of them hides the property";
    }

    /// <summary>A resource need not have the property, in some api-version.</summary>
    public static string? Optional(KnownField field) => field.Facts is { IsEverReadOnly: false, IsEverConditional: false, IsEverOptional: true }
        ? $"'{field.Alias.Name}' is optional: decide what a missing property means"
        : null;

    /// <summary>The service sets the property, in some api-version.</summary>
    public static string? ReadOnly(KnownField field) => field.Facts?.IsEverReadOnly == true
        ? $"'{field.Alias.Name}' is read-only: a request does not hold it, so nothing can be denied or changed on it"
        : null;

    /// <summary>An api-version does not have the property. A version that the type does not have says nothing.</summary>
    public static string? UnavailableIn(KnownField field, string apiVersion) => HasVersion(field, apiVersion) && (field.Facts?.StateIn(apiVersion) ?? PropertyState.Absent) == PropertyState.Absent
        ? $"'{field.Alias.Name}' is not in api-version {apiVersion} of {field.Schema.Type}: a request in it hides the property"
        : null;

    /// <summary>The property is written, and the service sets it in the newest api-version, or Azure is known not to let policies modify it.</summary>
    public static string? NotModifiable(KnownField field, bool isModify)
    {
        if (field.Facts?.NewestState.HasFlag(PropertyState.ReadOnly) == true) return $"'{field.Alias.Name}' is read-only: the service ignores or refuses what the effect writes";
        return isModify && field.Alias.IsModifiable == false ? $"'{field.Alias.Name}' is not modifiable: modify does not change it and its conflictEffect takes place" : null;
    }

    private static bool HasVersion(KnownField field, string apiVersion) => field.Schema.ApiVersions.Contains(apiVersion, StringComparer.OrdinalIgnoreCase);

    private static string Shown(List<string> versions) => versions.Count <= VersionsShown
        ? string.Join(", ", versions)
        : $"{string.Join(", ", versions.TakeLast(VersionsShown))} and older ones";
}
