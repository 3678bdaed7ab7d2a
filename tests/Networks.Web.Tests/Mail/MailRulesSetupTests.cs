using Microsoft.Extensions.Configuration;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Web.Tests.Mail;

public sealed class MailRulesSetupTests
{
    [Fact]
    public void Given_nothing_then_two_a_week_and_no_mail_at_night_on_weekends_on_holidays_and_in_August()
    {
        var rules = Of();

        Assert.Equal((2, true, true, new TimeOnly(20, 0), new TimeOnly(7, 0)), (rules.PerWeek, rules.Quiet.Weekends, rules.Quiet.Holidays, rules.Quiet.From, rules.Quiet.To));
        Assert.Equal([new QuietPeriod((8, 1), (8, 31))], rules.Quiet.Periods);
    }

    [Fact]
    public void Given_settings_then_they_are_the_rules()
    {
        var rules = Of((MailRulesSetup.PerWeekSetting, "0"), (MailRulesSetup.WeekendsSetting, "false"), (MailRulesSetup.HolidaysSetting, "False"),
            (MailRulesSetup.HoursSetting, "22 - 24"), (MailRulesSetup.PeriodsSetting, "08-01/08-31, 12-24/01-06"));

        Assert.Equal((0, false, false, new TimeOnly(22, 0), TimeOnly.MinValue), (rules.PerWeek, rules.Quiet.Weekends, rules.Quiet.Holidays, rules.Quiet.From, rules.Quiet.To));
        Assert.Equal([new QuietPeriod((8, 1), (8, 31)), new QuietPeriod((12, 24), (1, 6))], rules.Quiet.Periods);
        Assert.Equal(TimeOnly.MinValue, Of((MailRulesSetup.HoursSetting, "none")).Quiet.From);
    }

    [Theory]
    [InlineData(MailRulesSetup.PerWeekSetting, "due")]
    [InlineData(MailRulesSetup.PerWeekSetting, "-1")]
    [InlineData(MailRulesSetup.WeekendsSetting, "sì")]
    [InlineData(MailRulesSetup.HolidaysSetting, "forse")]
    [InlineData(MailRulesSetup.HoursSetting, "20:00-7:00")]
    [InlineData(MailRulesSetup.HoursSetting, "20-25")]
    [InlineData(MailRulesSetup.PeriodsSetting, "agosto")]
    [InlineData(MailRulesSetup.PeriodsSetting, "08-01/08-32")]
    public void Given_a_setting_that_cannot_be_read_then_it_is_refused_with_an_example(string setting, string text)
    {
        Words.Register(typeof(NetworksApp).Assembly, "Networks.Web.Texts");

        var fault = Assert.Throws<InstallationFaultException>(() => Of((setting, text)));

        Assert.Equal("commands.fault-setting", fault.Code);
        Assert.Contains(setting, fault.Message, StringComparison.Ordinal);
    }

    private static MailRules Of(params (string Key, string Value)[] settings) => MailRulesSetup.Of(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
