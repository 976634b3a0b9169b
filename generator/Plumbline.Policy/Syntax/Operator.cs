namespace Plumbline.Policy.Syntax;

/// <summary>The 19 operators of Azure Policy conditions.</summary>
public enum Operator
{
    /// <summary>Equal, ignoring case, with coercion between text and number or boolean.</summary>
    Equals,

    /// <summary>Not <see cref="Equals"/>.</summary>
    NotEquals,

    /// <summary>Greater than.</summary>
    Greater,

    /// <summary>Greater than or equal.</summary>
    GreaterOrEquals,

    /// <summary>Less than.</summary>
    Less,

    /// <summary>Less than or equal.</summary>
    LessOrEquals,

    /// <summary>Whether there is a value.</summary>
    Exists,

    /// <summary>Equal to a member of a list.</summary>
    In,

    /// <summary>Not <see cref="In"/>.</summary>
    NotIn,

    /// <summary>Equal with <c>*</c> as wildcard.</summary>
    Like,

    /// <summary>Not <see cref="Like"/>.</summary>
    NotLike,

    /// <summary>Matches a pattern of <c>#</c>, <c>?</c> and <c>.</c>, case-sensitive.</summary>
    Match,

    /// <summary>Not <see cref="Match"/>.</summary>
    NotMatch,

    /// <summary><see cref="Match"/> ignoring case.</summary>
    MatchInsensitively,

    /// <summary>Not <see cref="MatchInsensitively"/>.</summary>
    NotMatchInsensitively,

    /// <summary>Text contains text, array contains member, object contains key.</summary>
    Contains,

    /// <summary>Not <see cref="Contains"/>.</summary>
    NotContains,

    /// <summary>The object has the key.</summary>
    ContainsKey,

    /// <summary>Not <see cref="ContainsKey"/>.</summary>
    NotContainsKey,
}
