using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>What the classes of drift are called.</summary>
public static class DriftWords
{
    /// <summary>The word in files and rules, such as <c>ownedButUndeclared</c>.</summary>
    public static string Word(this DriftClass kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>A headline.</summary>
    public static string Title(this DriftClass kind) => kind switch
    {
        DriftClass.Missing => "Missing",
        DriftClass.Edited => "Changed outside of this deployment",
        DriftClass.DocumentsChanged => "Not deployed yet",
        DriftClass.OwnedButUndeclared => "Deployed and not declared any more",
        DriftClass.MissingRole => "Missing role",
        DriftClass.OrphanRole => "Role that nothing needs",
        DriftClass.ExpiredExemption => "Exemption that has ended",
        DriftClass.OrphanExemption => "Exemption from nothing",
        _ => "Built-in that is not the reviewed version",
    };

    /// <summary>What it means and what to do.</summary>
    public static string Advice(this DriftClass kind) => kind switch
    {
        DriftClass.Missing => "Somebody deleted it, or it was never deployed. 'plumbline plan' and 'apply' create it",
        DriftClass.Edited => "Bring the change into the documents if it is wanted; else 'plumbline plan' and 'apply' put it right",
        DriftClass.DocumentsChanged => "The checkout is ahead of the endpoint: 'plumbline plan' and 'apply' deploy it",
        DriftClass.OwnedButUndeclared => "Declare it again if it is wanted; else 'plumbline plan' and 'apply' delete it",
        DriftClass.MissingRole => "Remediation fails without it. 'plumbline plan' and 'apply' give it",
        DriftClass.OrphanRole => "It is a right without a reason. 'plumbline plan' and 'apply' take it back",
        DriftClass.ExpiredExemption => "Resources are judged again. Renew the exemption, or remove its declaration",
        DriftClass.OrphanExemption => "It has no effect. 'plumbline plan' and 'apply' delete it",
        _ => "Review what the built-in does now, and refresh the copy",
    };
}
