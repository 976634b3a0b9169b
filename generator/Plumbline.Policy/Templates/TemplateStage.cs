namespace Plumbline.Policy.Templates;

/// <summary>Where in a template an expression stands; it decides which functions may be called.</summary>
internal enum TemplateStage
{
    /// <summary>A default value of a parameter: <c>utcNow()</c> and <c>newGuid()</c> are allowed, variables and resources are not.</summary>
    Default,

    /// <summary>What is fixed before the deployment: variables, names, conditions, loops.</summary>
    Header,

    /// <summary>Properties and outputs: resources may be referred to.</summary>
    Body,

    /// <summary>The body of a function that the template defines: its own parameters and nothing else.</summary>
    Function,
}
