using static Plumbline.UnitTests.Scan.PartialVerdictSample;

namespace Plumbline.UnitTests.Scan;

/// <summary>A verdict stands when it is the same whatever the values are that nobody knows yet.</summary>
public sealed class PartialVerdictTests
{
    private const string Open = "[reference('x').y]";

    [Theory]
    [InlineData("""{"field":"properties.a","equals":1}""", true)]
    [InlineData("""{"field":"properties.b","equals":1}""", false)]
    [InlineData("""{"field":"properties.a","exists":true}""", true)]
    [InlineData("""{"field":"properties.a.deeper","exists":true}""", true)]
    [InlineData("""{"field":"properties","exists":true}""", false)]
    [InlineData("""{"field":"properties","containsKey":"a"}""", false)]
    [InlineData("""{"not":{"field":"properties.a","equals":1}}""", true)]
    [InlineData("""{"allOf":[{"field":"properties.a","equals":1},{"field":"properties.b","equals":2}]}""", false)]
    [InlineData("""{"allOf":[{"field":"properties.a","equals":1},{"field":"properties.b","equals":1}]}""", true)]
    [InlineData("""{"anyOf":[{"field":"properties.a","equals":1},{"field":"properties.b","equals":1}]}""", false)]
    [InlineData("""{"anyOf":[{"field":"properties.a","equals":1},{"field":"properties.b","equals":2}]}""", true)]
    [InlineData("""{"value":"[field('properties.a')]","equals":"1"}""", true)]
    [InlineData("""{"value":"[length(field('properties.a'))]","equals":1}""", true)]
    [InlineData("""{"value":"[if(equals(field('properties.b'), 1), 'x', field('properties.a'))]","equals":"x"}""", false)]
    [InlineData("""{"field":"properties.b","equals":"[field('properties.a')]"}""", true)]
    [InlineData("""{"field":"[concat('properties.', 'a')]","equals":1}""", true)]
    [InlineData("""{"field":"tags.x","exists":false}""", false)]
    public void Leaf_that_reads_an_expression_leaves_the_verdict_open(string condition, bool isOpen) =>
        Assert.Equal(isOpen, !Undecided(condition, $$$"""{"type":"A.B/c","properties":{"a":"{{{Open}}}","b":1}}""").IsEmpty);

    [Theory]
    [InlineData("""{"count":{"field":"properties.l[*]"},"greater":0}""", false)]
    [InlineData("""{"count":{"field":"properties.l[*]","where":{"field":"properties.l[*].p","equals":1}},"greater":0}""", false)]
    [InlineData("""{"count":{"field":"properties.l[*]","where":{"field":"properties.l[*].p","equals":1}},"greater":1}""", true)]
    [InlineData("""{"count":{"field":"properties.l[*]","where":{"field":"properties.l[*].p","equals":1}},"greater":2}""", false)]
    [InlineData("""{"count":{"field":"properties.l[*]","where":{"field":"properties.l[*].p","equals":3}},"equals":0}""", true)]
    [InlineData("""{"count":{"field":"properties.l[*]","where":{"value":"[current('properties.l[*].p')]","equals":3}},"equals":0}""", true)]
    [InlineData("""{"field":"properties.l[*].p","equals":1}""", false)]
    [InlineData("""{"field":"properties.l[*].p","less":3}""", true)]
    [InlineData("""{"field":"properties.m[*].p","equals":1}""", true)]
    [InlineData("""{"count":{"field":"properties.m[*]"},"greater":0}""", true)]
    [InlineData("""{"count":{"value":[1,2,3],"name":"n","where":{"value":"[current('n')]","equals":"[field('properties.o')]"}},"lessOrEquals":3}""", false)]
    [InlineData("""{"count":{"value":[1,2,3],"name":"n","where":{"value":"[current('n')]","equals":"[field('properties.o')]"}},"greater":0}""", true)]
    [InlineData("""{"count":{"value":"[field('properties.m')]","name":"n"},"greater":0}""", true)]
    public void Members_that_are_known_decide_as_far_as_they_can(string condition, bool isOpen) => Assert.Equal(isOpen, !Undecided(
        condition, $$$"""{"type":"A.B/c","properties":{"l":[{"p":1},{"p":2},{"p":"{{{Open}}}"}],"m":"{{{Open}}}","o":"{{{Open}}}"}}""").IsEmpty);

    [Theory]
    [InlineData("[reference('x')]", true)]
    [InlineData("[ listKeys ('x').a]", true)]
    [InlineData("[ns.function()]", true)]
    [InlineData("[[reference('x')]", false)]
    [InlineData("[reference('x')", false)]
    [InlineData("reference('x')]", false)]
    [InlineData("[name]", false)]
    [InlineData("[1(2)]", false)]
    [InlineData("[]", false)]
    [InlineData("[\\\"a\\\", \\\"b\\\"]", false)]
    public void Expression_is_a_call_in_brackets(string text, bool isOpen) =>
        Assert.Equal(isOpen, !Undecided("""{"field":"properties.a","equals":1}""", $$$"""{"type":"A.B/c","properties":{"a":"{{{text}}}"}}""").IsEmpty);

    [Fact]
    public void Open_verdict_names_what_was_read()
    {
        var read = Assert.Single(Undecided("""{"field":"properties.a.b","equals":1}""", """{"type":"A.B/c","properties":{"a":{"b":"[reference('x').y]"}}}"""));

        Assert.Equal(("properties.a.b", "[reference('x').y]"), (read.Subject, read.Expression));
    }

    [Fact]
    public void Name_that_is_not_known_leaves_open_whether_the_policy_applies() =>
        Assert.NotEmpty(Undecided("""{"allOf":[{"field":"name","like":"a*"},{"field":"properties.b","equals":1}]}""", $$$"""{"type":"A.B/c","name":"{{{Open}}}","properties":{"b":1}}"""));

    [Theory]
    [InlineData("""{"type":"A.B/c/d","properties":{"on":true}}""", false)]
    [InlineData("""{"type":"A.B/c/d","properties":{"on":false}}""", false)]
    [InlineData("""{"type":"A.B/c/d","properties":{"on":"[reference('x').y]"}}""", true)]
    [InlineData("""{"type":"A.B/c/d","properties":"[reference('x')]"}""", true)]
    public void Related_resource_that_is_known_in_part_may_satisfy(string related, bool isOpen) => Assert.Equal(isOpen, !Of(
        """{"mode":"All","policyRule":{"if":{"field":"type","equals":"A.B/c"},"then":{"effect":"auditIfNotExists","details":{"type":"A.B/c/d","existenceCondition":{"field":"properties.on","equals":true}}}}}""",
        """{"type":"A.B/c","name":"n"}""",
        isPatch: false,
        related).IsEmpty);

    [Theory]
    [InlineData("""{"field":"properties.a","equals":1}""", false)]
    [InlineData("""{"field":"properties.b","equals":1}""", true)]
    [InlineData("""{"field":"properties.b","exists":false}""", true)]
    [InlineData("""{"field":"properties.l[*]","equals":1}""", true)]
    [InlineData("""{"count":{"field":"properties.l[*]"},"equals":0}""", true)]
    [InlineData("""{"value":"[field('properties.b')]","equals":"x"}""", true)]
    [InlineData("""{"field":"type","equals":"A.B/c"}""", false)]
    public void Patch_says_nothing_of_what_it_leaves_out(string condition, bool isOpen) =>
        Assert.Equal(isOpen, !Undecided(condition, """{"type":"A.B/c","properties":{"a":1}}""", isPatch: true).IsEmpty);

    [Theory]
    [InlineData("""{"field":"properties.a","exists":true}""", false)]
    [InlineData("""{"field":"properties.a","equals":"x"}""", true)]
    public void Sensitive_value_is_there_and_nothing_else_is_known_of_it(string condition, bool isOpen) =>
        Assert.Equal(isOpen, !Undecided(condition, """{"type":"A.B/c","properties":{"a":"[sensitive('a.b')]"}}""").IsEmpty);

    [Fact]
    public void Disabled_policy_leaves_nothing_open() => Assert.Empty(Of(
        """{"mode":"All","policyRule":{"if":{"field":"properties.a","equals":1},"then":{"effect":"disabled"}}}""", $$$"""{"type":"A.B/c","properties":{"a":"{{{Open}}}"}}"""));
}
