using Networks.Workflows.Common;

namespace Networks.Workflows.Tests.History;

/// <summary>"Fino all'11 dicembre": no sentence says "al 11", whichever day it gets.</summary>
public sealed class ItalianArticleTests
{
    [Theory]
    [InlineData(1, "Situazione all’1 dicembre 2026")]
    [InlineData(8, "Situazione all’8 dicembre 2026")]
    [InlineData(11, "Situazione all’11 dicembre 2026")]
    [InlineData(10, "Situazione al 10 dicembre 2026")]
    [InlineData(18, "Situazione al 18 dicembre 2026")]
    public void Given_a_day_when_a_sentence_has_an_article_before_it_then_they_are_joined_where_italian_joins_them(int day, string said) =>
        Assert.Equal(said, ItalianArticle.Joined($"Situazione al {day} dicembre 2026"));

    [Theory]
    [InlineData("inviata il 8 mar", "inviata l’8 mar")]
    [InlineData("Il 11 dicembre", "L’11 dicembre")]
    [InlineData("dal 08/03/2026 al 11/12/2026", "dall’08/03/2026 all’11/12/2026")]
    [InlineData("del 1/2/2026", "dell’1/2/2026")]
    [InlineData("nel 8 % dei casi, sul 80 %", "nell’8 % dei casi, sull’80 %")]
    [InlineData("il 10, il 12, il 18, il 110, il 1.000, nel 1998, il 2", "il 10, il 12, il 18, il 110, il 1.000, nel 1998, il 2")]
    [InlineData("Angelil 8, mail 11", "Angelil 8, mail 11")]
    public void Given_a_sentence_then_only_articles_before_a_vowel_are_joined(string typed, string said) => Assert.Equal(said, ItalianArticle.Joined(typed));

    [Fact]
    public void Given_the_sentences_of_the_product_when_they_get_the_eighth_then_none_says_al_or_il_before_it()
    {
        var said = Words.In(Words.Italian, "casework.stand-in-subject", "Anna", new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 11));

        Assert.Contains("dall’08/12/2026 all’11/12/2026", said, StringComparison.Ordinal);
        Assert.Equal("Renewed until 11/12/2026: contact.", Words.In(Words.English, "discovery.consents-renewed", "contact", new DateOnly(2026, 12, 11)));
    }
}
