namespace Plumbline.Cli.Impact;

/// <summary>Reads the resources that exist, such as from Azure Resource Graph.</summary>
internal interface IInventorySource
{
    /// <summary>What it is called in a plan.</summary>
    string Name { get; }

    /// <summary>The resources as JSON: whatever an inventory file may be (a list, pages with <c>data</c> or <c>value</c>, JSON Lines).</summary>
    Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken);
}
