using Plumbline.Arm;
using Plumbline.Arm.Applying;

namespace Plumbline.PlanningTests.Arm.Applying;

public sealed class RunStateTests
{
    private static bool IsAbout(string message, string written = "/s/providers/Microsoft.Authorization/policySetDefinitions/baseline")
    {
        var state = new RunState();
        state.Note("/s/providers/Microsoft.Authorization/policyDefinitions/tls", "sha256:1", isNewOrGone: true);
        state.Note("/s/providers/Microsoft.Authorization/policyDefinitions/old", "sha256:2", isNewOrGone: false);
        return state.IsAbout(new(ArmFailureKind.NotFound, "PUT", written, 404, "PolicyDefinitionNotFound", message, null, []), written);
    }

    [Theory]
    [InlineData("The policy definition 'tls' could not be found.", true)]
    [InlineData("'/S/PROVIDERS/MICROSOFT.AUTHORIZATION/POLICYDEFINITIONS/TLS' could not be found", true)]
    [InlineData("The policy definition 'tls-minimum' could not be found.", false)]
    [InlineData("The policy definition 'old' could not be found.", false)]
    [InlineData("Not found.", false)]
    [InlineData("'tls' is used by '/s/providers/Microsoft.Authorization/policySetDefinitions/theirs'.", false)]
    public void Refusal_is_about_what_is_new_when_it_names_it(string message, bool expected) => Assert.Equal(expected, IsAbout(message));

    [Fact]
    public void Object_that_is_written_is_not_what_it_waits_for() => Assert.False(IsAbout("'/s/providers/Microsoft.Authorization/policyDefinitions/tls' is not allowed", "/s/providers/Microsoft.Authorization/policyDefinitions/tls"));
}
