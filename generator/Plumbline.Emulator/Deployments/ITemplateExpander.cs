namespace Plumbline.Emulator.Deployments;

/// <summary>
/// Expands the templates that the emulator's own engine does not understand, and says in Microsoft's words why a template is wrong. Behind it is a process, so it comes
/// from whoever embeds the emulator.
/// </summary>
public interface ITemplateExpander
{
    /// <summary>The resources that a template makes, or why it makes none.</summary>
    Task<TemplateSnapshot> ExpandAsync(TemplateSnapshotRequest request, CancellationToken cancellation);
}
