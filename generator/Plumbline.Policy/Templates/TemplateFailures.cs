using Plumbline.Policy.Functions;

namespace Plumbline.Policy.Templates;

/// <summary>Failures of expressions in the words of Azure Resource Manager, as far as its template engine shows them.</summary>
internal static class TemplateFailures
{
    private const string Functions = "Please see https://aka.ms/arm-functions for usage details.";

    public static FailedValue NotAFunction(string name) => new($"The template function '{name}' is not valid. {Functions}") { IsMissingFunction = true };

    public static FailedValue NotHere(string name) => new($"The template function '{name}' is not expected at this location. {Functions}");

    public static FailedValue ParameterNotFound(string name) =>
        new($"The template parameter '{name}' is not found. Please see https://aka.ms/arm-syntax-parameters for usage details.");

    public static FailedValue VariableNotFound(string name) =>
        new($"The template variable '{name}' is not found. Please see https://aka.ms/arm-syntax-variables for usage details.");

    public static FailedValue Circular(string kind, string name) => new($"The template {kind} '{name}' has a circular dependency: its value refers to itself");

    public static FailedValue TooDeep() => new("Variables, parameters and functions refer to each other deeper than this endpoint follows");

    public static FailedValue TooLarge() => new("The template makes more values than this endpoint evaluates");

    public static FailedValue Withheld() => new("An expression that reads a secure parameter cannot be evaluated; its message is withheld because it may show the value");

    /// <summary>The value exists, but only a resource provider or a later moment knows it.</summary>
    public static FailedValue Unknown() => new("The value is known only after the deployment") { IsUnknown = true };

    public static FailedValue UnknownReference(string name) => new(
        $"The template reference '{name}' is not valid: could not find template resource or resource copy with this name. Please see https://aka.ms/arm-function-reference for usage details.");

    public static FailedValue ResourceNotFound(string typeAndName, string? group) => new(group is null
        ? $"The Resource '{typeAndName}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix"
        : $"The Resource '{typeAndName}' under resource group '{group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix")
    {
        Code = "ResourceNotFound",
    };
}
