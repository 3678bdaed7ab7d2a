using FsCheck;
using FsCheck.Fluent;
using Networks.Data.Firms;

namespace Networks.Workflows.Tests.Identifiers;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("officine.alfa@pec.example.it", "officine.alfa@pec.example.it")]
    [InlineData("  Officine.ALFA@PEC.Example.IT ", "officine.alfa@pec.example.it")]
    [InlineData("o'neil+reti@sub.example.com", "o'neil+reti@sub.example.com")]
    [InlineData("a@b.xn--p1ai", "a@b.xn--p1ai")]
    public void Given_a_mailbox_then_it_is_kept_in_lower_case(string raw, string kept)
    {
        Assert.True(CertifiedEmail.TryParse(raw, out var pec, out _));
        Assert.True(EmailAddress.TryParse(raw, out var mail, out _));
        Assert.Equal(kept, pec.Value);
        Assert.Equal(kept, mail.Value);
    }

    [Theory]
    [InlineData("alfa")]
    [InlineData("alfa@")]
    [InlineData("@example.it")]
    [InlineData("alfa@@example.it")]
    [InlineData("alfa@example")]
    [InlineData("alfa@example.1")]
    [InlineData("alfa@-example.it")]
    [InlineData("alfa@example..it")]
    [InlineData("alfa.@example.it")]
    [InlineData("al fa@example.it")]
    [InlineData("alfa@example.it, beta@example.it")]
    [InlineData("alfa@example.it\r\nBcc: beta@example.it")]
    [InlineData("àlfa@example.it")]
    [InlineData("\"alfa\"@example.it")]
    public void Given_something_else_then_the_shape_is_wrong(string raw)
    {
        Assert.False(CertifiedEmail.TryParse(raw, out _, out var fault));
        Assert.Equal(FaultCause.WrongShape, fault.Cause);
        Assert.Equal("identifiers.certified-email-wrong-shape", fault.Code);
    }

    [Fact]
    public void Given_254_characters_then_it_passes_and_255_do_not()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 63), 3)) + ".it";
        var longest = new string('a', 254 - domain.Length - 1) + "@" + domain;

        Assert.Equal(254, longest.Length);
        Assert.True(EmailAddress.TryParse(longest, out _, out _));
        Assert.False(EmailAddress.TryParse("a" + longest, out _, out var fault));
        Assert.Equal("identifiers.email-wrong-length", fault.Code);
    }

    [Fact]
    public void Given_nothing_then_it_is_empty()
    {
        Assert.False(EmailAddress.TryParse(" ", out _, out var mail));
        Assert.False(CertifiedEmail.TryParse(null, out _, out var pec));
        Assert.Equal("identifiers.email-empty", mail.Code);
        Assert.Equal("identifiers.certified-email-empty", pec.Code);
    }

    [Fact]
    public void Given_any_text_then_what_is_accepted_is_safe_in_a_mail_header() =>
        Prop.ForAll<string?>(raw => !EmailAddress.TryParse(raw, out var mail, out _)
            || mail.Value.All(c => c is > ' ' and < '\x7f' and not ',' and not ';' and not '<')).QuickCheckThrowOnFailure();
}
