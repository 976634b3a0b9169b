namespace Plumbline.Lint.Fields;

/// <summary>The rules that need the alias table and the schemas of resource types. The first nine are also rules of Azure's policy linter, under the same names.</summary>
public static class FieldRuleIds
{
    /// <summary>Warning: the property exists in certain forms of the resource only.</summary>
    public const string Conditional = "conditional-field-alias";

    /// <summary>Warning: the default path has more than two <c>properties</c>.</summary>
    public const string DeeplyNested = "deeply-nested-field-alias";

    /// <summary>Informational: a number is compared for equality with a literal.</summary>
    public const string NumericEquality = "equality-check-on-numeric-field";

    /// <summary>Error: the newest api-version does not have the property.</summary>
    public const string UnavailableInLatest = "field-alias-unavailable-in-latest-api-version";

    /// <summary>Warning: an older api-version does not have the property.</summary>
    public const string UnavailableInOld = "field-alias-unavailable-in-old-api-versions";

    /// <summary>Informational: the property may be missing.</summary>
    public const string Optional = "optional-field-alias";

    /// <summary>Error: an order is asked of a type that has none, or of two types.</summary>
    public const string Ordering = "ordering-operator-on-incompatible-field-type";

    /// <summary>Informational: the rule is about several resource types.</summary>
    public const string MultipleTypes = "policy-rule-references-multiple-resource-types";

    /// <summary>Warning: the service sets the property.</summary>
    public const string ReadOnly = "read-only-field-alias";

    /// <summary>Warning: a text is compared or written that the schema does not know for the property.</summary>
    public const string UnknownValue = "string-not-in-enum";

    /// <summary>Error: a property is written that the service sets, or that Azure does not let policies modify.</summary>
    public const string NotModifiable = "modify-on-read-only-alias";

    /// <summary>Error: the api-version that was asked for does not have the property.</summary>
    public const string UnavailableInVersion = "field-alias-unavailable-in-api-version";

    /// <summary>Warning: a literal is compared that the property can never be.</summary>
    public const string WrongType = "literal-of-incompatible-type";
}
