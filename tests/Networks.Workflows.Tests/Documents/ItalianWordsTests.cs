using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

public sealed class ItalianWordsTests
{
    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "uno")]
    [InlineData(3, "tre")]
    [InlineData(18, "diciotto")]
    [InlineData(21, "ventuno")]
    [InlineData(23, "ventitré")]
    [InlineData(28, "ventotto")]
    [InlineData(101, "centouno")]
    [InlineData(103, "centotré")]
    [InlineData(108, "centotto")]
    [InlineData(180, "centottanta")]
    [InlineData(1000, "mille")]
    [InlineData(1003, "milletré")]
    [InlineData(2000, "duemila")]
    [InlineData(23_000, "ventitremila")]
    [InlineData(51_000, "cinquantunomila")]
    [InlineData(100_001, "centomilauno")]
    [InlineData(1_000_000, "unmilione")]
    [InlineData(2_345_678, "duemilionitrecentoquarantacinquemilaseicentosettantotto")]
    [InlineData(999_999_999_999, "novecentonovantanovemiliardinovecentonovantanovemilioninovecentonovantanovemilanovecentonovantanove")]
    public void Given_a_number_then_it_is_one_italian_word(long number, string word) => Assert.Equal(word, ItalianWords.Number(number));

    [Theory]
    [InlineData(400_000, "quattromila/00", "4.000,00")]
    [InlineData(5, "zero/05", "0,05")]
    [InlineData(123_456_789, "unmilioneduecentotrentaquattromilacinquecentosessantasette/89", "1.234.567,89")]
    public void Given_cents_then_words_and_figures_agree(long cents, string words, string figures)
    {
        Assert.Equal(words, ItalianWords.Amount(cents));
        Assert.Equal(figures, ItalianWords.Figures(cents));
    }

    [Fact]
    public void Given_a_day_then_it_is_written_as_in_a_deed()
    {
        Assert.Equal("1° marzo 2026", ItalianWords.LongDate(new DateOnly(2026, 3, 1)));
        Assert.Equal("28 febbraio 2027", ItalianWords.LongDate(new DateOnly(2027, 2, 28)));
        Assert.Equal("01/03/2026", ItalianWords.ShortDate(new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void Given_a_number_below_zero_or_too_large_then_it_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ItalianWords.Number(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ItalianWords.Number(1_000_000_000_000));
    }
}
