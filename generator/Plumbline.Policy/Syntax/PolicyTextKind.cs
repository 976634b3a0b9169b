namespace Plumbline.Policy.Syntax;

/// <summary>What a text is that may be any of these.</summary>
public enum PolicyTextKind
{
    /// <summary>Nothing that belongs to Azure Policy, or not JSON.</summary>
    Unknown,

    /// <summary>A policy definition, wrapped in <c>properties</c> or not.</summary>
    Definition,

    /// <summary>A rule: <c>if</c> and <c>then</c>.</summary>
    Rule,

    /// <summary>One condition.</summary>
    Condition,
}
