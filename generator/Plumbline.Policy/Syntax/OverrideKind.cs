namespace Plumbline.Policy.Syntax;

/// <summary>What an override changes.</summary>
public enum OverrideKind
{
    /// <summary>The effect (<c>policyEffect</c>).</summary>
    PolicyEffect,

    /// <summary>The version of the definition (<c>definitionVersion</c>; the documentation says <c>policyVersion</c>, which is accepted).</summary>
    DefinitionVersion,
}
