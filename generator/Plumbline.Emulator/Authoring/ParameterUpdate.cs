using System.Collections.Immutable;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Syntax;

namespace Plumbline.Emulator.Authoring;

/// <summary>What an update may do to the parameters of a definition or an initiative.</summary>
internal static class ParameterUpdate
{
    /// <summary>The refusal when the update removes or retypes a parameter, or adds one without a default to an object that is in use; else null.</summary>
    /// <param name="code"><c>InvalidPolicyParameterUpdate</c> or <c>InvalidPolicySetParameterUpdate</c>.</param>
    public static ArmError? Check(string code, ImmutableArray<PolicyParameter> existing, ImmutableArray<PolicyParameter> given, bool isInUse)
    {
        if (existing.Any(parameter => ParameterValues.Find(given, parameter.Name) is null))
            return AuthoringErrors.ParametersRemoved(code, existing.Length, given.Length);
        var retyped = existing.FirstOrDefault(parameter => ParameterValues.Find(given, parameter.Name)?.Type != parameter.Type);
        if (retyped is not null) return AuthoringErrors.ParameterTypeChanged(code, retyped.Name);
        var added = given
            .Where(parameter => parameter.DefaultValue is null && ParameterValues.Find(existing, parameter.Name) is null)
            .Select(parameter => parameter.Name)
            .ToList();
        return isInUse && added.Count > 0 ? AuthoringErrors.ParametersAddedWithoutDefault(code, added) : null;
    }
}
