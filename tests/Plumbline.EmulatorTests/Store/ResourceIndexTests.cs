using CsCheck;
using Plumbline.Emulator.Store;

namespace Plumbline.EmulatorTests.Store;

public sealed class ResourceIndexTests
{
    // Names that a comparison of texts could confuse: prefixes of each other, other casings, characters before and after the slash.
    private static readonly string[] Ids =
    [
        "/subscriptions/a", "/subscriptions/a/resourceGroups/rg", "/subscriptions/a/resourceGroups/rg-2", "/subscriptions/a/resourceGroups/rg0", "/subscriptions/ab",
        "/subscriptions/a/resourceGroups/rg/providers/X.Y/apps/one", "/subscriptions/A/resourcegroups/RG/providers/x.y/APPS/two", "/subscriptions/a/resourceGroups/rg/providers/X.Y/apps/one/parts/p",
        "/subscriptions/a/resourceGroups/rg-2/providers/X.Y/apps/one", "/subscriptions/a/providers/X.Y/apps/one", "/subscriptions/ab/resourceGroups/rg/providers/X.Y/apps/one",
        "/providers/Microsoft.Management/managementGroups/a", "/subscriptions/a/resourceGroups/rg/providers/X.Y/apps/one/providers/Z.Z/locks/l", "/subscriptions/a/resourceGroups/rg0/providers/X.Y/apps/one!",
    ];

    private static readonly Gen<ResourceId> SomeId = Gen.Int[0, Ids.Length - 1].Select(index => Ids[index]).Select(text => ResourceId.TryParse(text) ?? throw new InvalidOperationException(text));

    [Fact]
    public void Index_after_any_changes_answers_as_a_list_does() =>
        Gen.Select(Gen.Select(SomeId, Gen.Bool).List[0, 40], SomeId).Sample((changes, scope) =>
        {
            var (index, list) = (ResourceIndex.Empty, new List<StoredResource>());
            foreach (var (id, isRemoval) in changes)
            {
                list.RemoveAll(resource => resource.Id.Equals(id));
                var resource = new StoredResource(id, default);
                if (!isRemoval) list.Add(resource);
                index = isRemoval ? index.Without(id) : index.With(resource);
            }

            var sorted = list.OrderBy(resource => resource.Id).ToList();
            Assert.Equal(sorted, index.Values);
            Assert.Equal(sorted, ResourceIndex.Of(list).Values);
            Assert.Equal(sorted.Where(resource => IsWithin(resource.Id, scope)), index.Within(scope));
            Assert.Equal(sorted.Where(resource => resource.Id.Is(scope.Type)), index.OfType(scope.Type).ToList());
            Assert.Equal(sorted.Where(resource => resource.Id.Is("x.y/apps") && IsWithin(resource.Id, scope)), index.OfType("x.y/apps", scope));
            Assert.Equal(list.Find(resource => resource.Id.Equals(scope)), index.Find(scope));
        });

    [Fact]
    public void Id_lies_within_exactly_its_ancestors_and_itself() =>
        Gen.Select(SomeId, SomeId).Sample((id, scope) => Assert.Equal(IsWithin(id, scope), id.IsWithin(scope)));

    private static bool IsWithin(ResourceId id, ResourceId scope) => id.Equals(scope) || (id.Parent is { } parent && IsWithin(parent, scope));
}
