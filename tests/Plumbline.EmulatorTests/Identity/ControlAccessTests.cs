using Plumbline.Emulator.Identity;

namespace Plumbline.EmulatorTests.Identity;

public sealed class ControlAccessTests
{
    [Theory]
    [InlineData("/emulator/state")]
    [InlineData("/emulator/faults")]
    [InlineData("/emulator/log")]
    public async Task What_is_the_emulators_own_is_for_an_owner_of_the_tenant(string path)
    {
        await using var session = await EmulatorSession.StartAsync(principals: [EmulatorPrincipal.Owner, EmulatorPrincipal.Contributor, EmulatorPrincipal.Reader]);

        var owner = await session.SendAsync(HttpMethod.Get, path, version: null);
        var contributor = await (await session.AsAsync(EmulatorPrincipal.Contributor)).SendAsync(HttpMethod.Get, path, version: null);
        var reader = await (await session.AsAsync(EmulatorPrincipal.Reader)).SendAsync(HttpMethod.Get, path, version: null);

        Assert.Equal(200, owner.Status);
        Assert.Equal((403, "AuthorizationFailed"), (contributor.Status, contributor.Code));
        Assert.Equal((403, "AuthorizationFailed"), (reader.Status, reader.Code));
    }
}
