using Plumbline.Cli.Commands;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Planning.Files;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Deploying;

/// <summary>What <c>apply</c> and <c>rollback</c> are given: the file of a plan, or the name of an environment.</summary>
internal static class PlanInput
{
    /// <summary>Whether a text names a file and no environment.</summary>
    public static bool IsFile(string text) => text.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || text.Contains('/', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal);

    /// <summary>The plan of a file; null, with the reason reported, when it cannot be used.</summary>
    public static DeploymentPlan? Read(CommandContext context, string path)
    {
        var source = LooseFile.Read(context.Folder, path, out var problem);
        var read = source is null ? new ParseResult<DeploymentPlan>(null, [.. new[] { problem }.OfType<Diagnostic>()]) : PlanFile.Read(source);
        context.Console.Report(read.Diagnostics, _ => null);
        return read.Value;
    }

    /// <summary>Whether a plan is for the environment as it is configured; else the reason is reported.</summary>
    public static bool IsFor(CommandContext context, DeploymentPlan plan, DeploymentSession session)
    {
        var (planned, configured) = (plan.Environment, session.Environment);
        var differs =
            planned.OwnerId != configured.OwnerId ? "owner" :
            !string.Equals(planned.DefinitionScope, configured.DefinitionScope, StringComparison.OrdinalIgnoreCase) ? "definition scope" :
            planned.Cloud != configured.Cloud ? "cloud" :
            planned.TenantId != configured.TenantId ? "tenant" : null;
        if (differs is null) return true;
        context.Console.Report([DiagnosticCatalog.PlanOfOtherEnvironment(session.At, planned.Name, differs)], context.Workspace.Read);
        return false;
    }
}
