using System.Globalization;

namespace Plumbline.Policy.Diagnostics;

/// <content>PLB1201 to PLB1229: what a catalog says.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB1201: a name that has to be unique is used again.</summary>
    public static Diagnostic NameNotUnique(SourceLocation at, string what, string name, int firstLine) =>
        Error("PLB1201", at, string.Create(CultureInfo.InvariantCulture, $"the {what} '{name}' is used on line {firstLine} already; it has to be unique in the catalog"), "choose another one");

    /// <summary>PLB1202: a field that is no known alias.</summary>
    public static Diagnostic UnknownAlias(SourceLocation at, string alias, string? nearest) =>
        Error("PLB1202", at, $"'{Shortened(alias)}' is not an alias Azure publishes; Azure would refuse the definition", DidYouMean(nearest) ?? "use a published alias, or say 'aliasStatus: derived' to keep the definition out of the initiative");

    /// <summary>PLB1203: an alias that is derived from a schema.</summary>
    public static Diagnostic AliasNotPublished(SourceLocation at, string alias) =>
        Error("PLB1203", at, $"'{Shortened(alias)}' is derived from the type's schema and in no published list; Azure may refuse the definition", "add 'aliasStatus: derived' to the policy: it is generated, and stays out of the initiative");

    /// <summary>PLB1204: a member field without forEach.</summary>
    public static Diagnostic MemberOutsideForEach(SourceLocation at, string field) =>
        Error("PLB1204", at, $"'{Shortened(field)}' means the member of an array, and there is no member here", "name the array in 'forEach' and use '[*]' in 'where' and 'require' only");

    /// <summary>PLB1205: a requirement on an array as a whole.</summary>
    public static Diagnostic ArrayFieldRequired(SourceLocation at, string field) =>
        Error("PLB1205", at, $"'{Shortened(field)}' stands for all members of an array at once, so what 'require' means for a missing one is not defined", "name the array in 'forEach', or count its members with 'count'");

    /// <summary>PLB1206: a supported feature with an empty list of policies.</summary>
    public static Diagnostic FeatureNotEvaluated(SourceLocation at, string feature) =>
        Error("PLB1206", at, $"the feature '{feature}' is supported, and nothing evaluates or attests it", "add a policy, or choose 'attestation' or 'platform'");

    /// <summary>PLB1207: notSupported for a supported feature.</summary>
    public static Diagnostic SupportedFeatureNotEvaluated(SourceLocation at, string feature) =>
        Error("PLB1207", at, $"the feature '{feature}' is supported, so its outcome cannot be 'notSupported'", "choose 'policies', 'attestation' or 'platform'");

    /// <summary>PLB1208: the source says that a feature is supported and that it is not.</summary>
    public static Diagnostic GuidanceContradictsSupport(SourceLocation at, string feature) =>
        Information("PLB1208", at, $"the source contradicts itself: the feature '{feature}' is supported, and its guidance says that it is not");

    /// <summary>PLB1209: the source gives a control another control's title.</summary>
    public static Diagnostic TitleOfAnotherControl(SourceLocation at, string control, string other, string title) =>
        Information("PLB1209", at, $"the source contradicts the benchmark: {control} carries the title of {other}; the benchmark calls {control} '{title}'");

    /// <summary>PLB1210: a control that the benchmark does not have.</summary>
    public static Diagnostic UnknownControl(SourceLocation at, string control, string? nearest) =>
        Error("PLB1210", at, $"the benchmark has no control '{control}', so its group would have no metadata", DidYouMean(nearest));

    /// <summary>PLB1211: a source that is not listed.</summary>
    public static Diagnostic UnknownSource(SourceLocation at, string source, string? nearest) =>
        Error("PLB1211", at, $"there is no source '{source}'", DidYouMean(nearest) ?? "add it to 'sources'");

    /// <summary>PLB1212: an effect of another family.</summary>
    public static Diagnostic EffectDoesNotFit(SourceLocation at, string effect, string kind, string possible) =>
        Error("PLB1212", at, $"the effect '{effect}' does not go with '{kind}'; Azure would refuse it or not evaluate it", $"use {possible}");

    /// <summary>PLB1213: a default effect that changes or blocks something.</summary>
    public static Diagnostic UnsafeDefaultEffect(SourceLocation at, string effect) =>
        Warning("PLB1213", at, $"the default effect '{effect}' acts on resources as soon as the policy is assigned", "put an auditing effect first");

    /// <summary>PLB1214: a shared parameter that the initiative does not declare.</summary>
    public static Diagnostic UnknownSharedParameter(SourceLocation at, string parameter, string? nearest) =>
        Error("PLB1214", at, $"the initiative declares no parameter '{parameter}', so nothing can be passed", DidYouMean(nearest) ?? "declare it under 'initiative.parameters'");
}
