using Xunit.Abstractions;

// One after the other, and the check for unused snapshots at the end: it needs to know what the others compared.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: TestCollectionOrderer("Plumbline.SnapshotTests.Verification.LastCollectionOrderer", "Plumbline.SnapshotTests")]

namespace Plumbline.SnapshotTests.Verification;

/// <summary>Runs <see cref="UnusedSnapshotTests"/> after everything else.</summary>
public sealed class LastCollectionOrderer : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections
            .OrderBy(collection => collection.DisplayName.Contains(nameof(UnusedSnapshotTests), StringComparison.Ordinal))
            .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
