using Plumbline.Arm.Applying;

namespace Plumbline.PlanningTests.Arm.Applying;

public sealed class TokensTests
{
    [Theory]
    [InlineData("The access token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln is expired.", "The access token *** is expired.")]
    [InlineData("Authorization: Bearer abc.def-ghi==", "Authorization: Bearer ***")]
    [InlineData("The key 'eye' is fine.", "The key 'eye' is fine.")]
    public void Tokens_are_hidden(string text, string expected) => Assert.Equal(expected, Tokens.Hide(text));
}
