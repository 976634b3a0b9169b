using Plumbline.Generation.Catalog;
using Plumbline.Generation.Compilation;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Generation.Reading;

/// <summary>Checks the fields that conditions name.</summary>
internal static class FieldCheck
{
    public static IEnumerable<Diagnostic> Findings(CatalogPolicy policy, AliasTable aliases) => policy switch
    {
        SecureStatePolicy state => new Visit(policy.Source, aliases, state.Header.IsDerived).OfState(state.State),
        RawRulePolicy raw => new Visit(policy.Source, aliases, raw.Header.IsDerived).OfRule(raw),
        _ => [],
    };

    private sealed class Visit(YamlMapping source, AliasTable aliases, bool isDerived)
    {
        private readonly YamlLocations locations = new(source);

        public IEnumerable<Diagnostic> OfRule(RawRulePolicy policy) =>
            Uses(policy.If).Concat(Uses(policy.Existence)).SelectMany(use => OfAlias(use.Name, locations.FindValue(use.Path)));

        public IEnumerable<Diagnostic> OfState(SecureState state) =>
        [
            .. Uses(state.When, state.Resource).SelectMany(OfField),
            .. state.ForEach.SelectMany(array => OfAlias(FieldNames.Expand(array, state.Resource), source.LocationOf("forEach"))),
            .. state.ForEach.IsEmpty ? Uses(state.Require, state.Resource).SelectMany(use => OfRequired(use, state.Resource)) : OfMembers(state),
            .. state.Related is { } related ? Uses(related.Require, related.Type).SelectMany(use => OfRequired(use, related.Type)) : [],
        ];

        // What is wrong with a condition may be wrong for each of several arrays: said once.
        private IEnumerable<Diagnostic> OfMembers(SecureState state) => state.ForEach
            .Where(array => array.EndsWith("[*]", StringComparison.Ordinal))
            .Select(array => FieldNames.Expand(array, state.Resource))
            .SelectMany(array => Uses(state.Where, state.Resource, array).SelectMany(OfField)
                .Concat(Uses(state.Require, state.Resource, array).SelectMany(use => OfRequired(use, state.Resource))))
            .Distinct();

        // Every member of an array satisfies a plain condition on the array: 'not' of that, and a missing property, would be guesses.
        private IEnumerable<Diagnostic> OfRequired(FieldUse use, string type) =>
            use.IsSingle || use.IsCounted || FieldNames.IsMember(use.Name)
                ? OfField(use)
                : [DiagnosticCatalog.ArrayFieldRequired(locations.FindValue(use.Path), use.Name.Replace($"{type}/", "", StringComparison.OrdinalIgnoreCase))];

        // Where a member could be meant, expansion has replaced "[*]" already.
        private IEnumerable<Diagnostic> OfField(FieldUse use) => FieldNames.IsMember(use.Name)
            ? [DiagnosticCatalog.MemberOutsideForEach(locations.FindValue(use.Path), use.Name)]
            : OfAlias(use.Name, locations.FindValue(use.Path));

        private IEnumerable<Diagnostic> OfAlias(string field, SourceLocation at)
        {
            if (isDerived || FieldNames.IsBuiltIn(field)) return [];
            if (!aliases.TryFind(field, out var alias)) return [DiagnosticCatalog.UnknownAlias(at, field, aliases.Nearest(field))];
            return alias.IsDerived ? [DiagnosticCatalog.AliasNotPublished(at, alias.Name)] : [];
        }

        private static IEnumerable<FieldUse> Uses(Condition? condition) => FieldUse.In(condition, FieldScope.Resource);

        private static IEnumerable<FieldUse> Uses(Condition? condition, string type, string? array = null) => condition is null
            ? []
            : FieldUse.In(FieldNames.Expand(condition, type, array), array is null ? FieldScope.Resource : FieldScope.Resource.Within(array));
    }
}
