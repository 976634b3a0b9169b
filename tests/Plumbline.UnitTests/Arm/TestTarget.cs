using Azure.Core;
using Plumbline.Arm;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Arm;

/// <summary>The target of the tests, and connections to it that never wait.</summary>
internal static class TestTarget
{
    public const string Subscription = "/subscriptions/11111111-1111-1111-1111-111111111111";

    public const string Authorization = Subscription + "/providers/Microsoft.Authorization";

    public const string AssignmentId = Authorization + "/policyAssignments/baseline";

    public static readonly SourceLocation At = new("plumbline.yaml", new TextSpan(3, 1), "$.environments.test");

    public static readonly ArmTiming Immediate = new(2, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 3, TimeProvider.System);

    public static readonly ArmCloud Cloud = ArmCloud.Local(new Uri("https://localhost:8443"));

    public static ArmConnection Connect(ScriptedArm arm, TokenCredential? credential = null) =>
        new(Cloud, credential ?? new StaticTokenCredential("token-of-the-test"), arm, Immediate);
}
