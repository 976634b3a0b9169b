using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;

namespace Plumbline.UnitTests.Policy;

public sealed class ExpressionPurityTests
{
    [Theory]
    [InlineData("['a']", true)]
    [InlineData("[1]", true)]
    [InlineData("[concat('a', toLower('B'))]", true)]
    [InlineData("[parameters('p')]", true)]
    [InlineData("[PARAMETERS('p').a[parameters('i')]]", true)]
    [InlineData("[nosuch('a')]", true)]
    [InlineData("[field('name')]", false)]
    [InlineData("[concat('a', FIELD('name'))]", false)]
    [InlineData("[parameters('p')[field('name')]]", false)]
    [InlineData("[if(true(), 'a', field('name'))]", false)]
    [InlineData("[current()]", false)]
    [InlineData("[current('a').b]", false)]
    [InlineData("[subscription().id]", false)]
    [InlineData("[resourceGroup().tags['a']]", false)]
    [InlineData("[policy().assignmentId]", false)]
    [InlineData("[tryGet(requestContext().identity, 'a')]", false)]
    [InlineData("[claims('a')]", false)]
    [InlineData("[addDays(utcNow(), 1)]", false)]
    public void Expression_is_constant_when_nothing_but_parameters_decides_its_value(string text, bool isConstant)
    {
        var expression = ExpressionParser.Parse(text).Value;
        Assert.NotNull(expression);

        Assert.Equal(isConstant, ExpressionPurity.IsConstant(expression));
    }

    [Fact]
    public void Functions_that_read_the_evaluation_are_those_of_the_context_and_the_clock() =>
        Assert.Equal(
            ["claims", "current", "field", "policy", "requestContext", "resourceGroup", "subscription", "utcNow"],
            FunctionTable.Names.Where(name => FunctionTable.TryFind(name, out var function) && function.ReadsEvaluation).Order(StringComparer.Ordinal));
}
