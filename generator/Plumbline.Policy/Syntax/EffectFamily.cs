namespace Plumbline.Policy.Syntax;

/// <summary>Which form the details of an effect have.</summary>
internal enum EffectFamily
{
    /// <summary>No documented details.</summary>
    None,

    /// <summary><see cref="ModifyDetails"/>.</summary>
    Modify,

    /// <summary><see cref="AppendDetails"/>.</summary>
    Append,

    /// <summary><see cref="ExistenceDetails"/>.</summary>
    Existence,

    /// <summary><see cref="DenyActionDetails"/>.</summary>
    DenyAction,

    /// <summary><see cref="ManualDetails"/>.</summary>
    Manual,
}
