using Plumbline.Lint.Framework;

namespace Plumbline.UnitTests.Lint.Framework;

public sealed class TextEditsTests
{
    [Fact]
    public void Edits_are_applied_in_the_order_of_the_text() =>
        Assert.Equal("Xbc-Y", TextEdits.Apply("abcd", [new TextEdit(3, 1, "Y"), new TextEdit(0, 1, "X"), new TextEdit(3, 0, "-")]));

    [Fact]
    public void Edit_that_overlaps_an_earlier_one_is_left_out() =>
        Assert.Equal("Xd", TextEdits.Apply("abcd", [new TextEdit(0, 3, "X"), new TextEdit(2, 2, "Y")]));

    [Fact]
    public void Edit_beyond_the_end_is_left_out() => Assert.Equal("ab", TextEdits.Apply("ab", [new TextEdit(1, 2, "X")]));
}
