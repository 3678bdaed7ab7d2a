using System.Globalization;
using MediatR;
using Networks.Web.Components;
using Networks.Web.Monitoring.Charts;
using Networks.Web.Monitoring.ShowIndicators;
using Networks.Web.Monitoring.ShowRegion;
using Networks.Workflows.Common;
using Networks.Workflows.Documents.Reports;
using Networks.Workflows.Monitoring.ShowIndicators;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Web.Monitoring.MonthReport;

/// <summary>The report of a month in the reader's language: the indicators as frozen with their corrections, then how the programme stands.</summary>
internal static class MonthReport
{
    /// <param name="month">Null, or one that is not in the view: the newest frozen one, or the running one before the first.</param>
    public static async Task<Result<(Report Report, IndicatorMonth? Month, IReadOnlyList<DateOnly> Months)>> MakeAsync(IMediator mediator, DateOnly? month, CancellationToken cancellationToken)
    {
        var region = await mediator.Send(new Workflows.Monitoring.ShowRegion.ShowRegion(), cancellationToken);
        var indicators = await mediator.Send(new Workflows.Monitoring.ShowIndicators.ShowIndicators(), cancellationToken);
        if ((region.Refusal ?? indicators.Refusal) is { } refusal)
        {
            return refusal;
        }

        var (picture, numbers) = (region.Value, indicators.Value);
        var chosen = numbers.Months.FirstOrDefault(m => m.Month == month) ?? numbers.Months.FirstOrDefault(m => m.FrozenAt is not null) ?? (numbers.Months is [var newest, ..] ? newest : null);
        var title = chosen is null ? T("report-title-new", picture.Programme) : T("report-title", picture.Programme, chosen.Month);
        var lead = T("report-lead", picture.Today, chosen is null ? T("not-frozen") : chosen.FrozenAt is { } at ? T("report-frozen", BusinessCalendar.DayOf(at), chosen.Hash![..12]) : T("report-open"));
        return (new Report(title, lead, [.. Sheets(picture, numbers, chosen)]), chosen, [.. numbers.Months.Select(m => m.Month)]);
    }

    private static IEnumerable<ReportSheet> Sheets(RegionView region, IndicatorsView numbers, IndicatorMonth? month)
    {
        if (month is not null)
        {
            yield return new ReportSheet(T("indicators"), T("report-indicators-note"), [T("indicator"), T("report-value"), T("report-now"), T("definitions")],
                [.. month.Numbers.Select(n => (IReadOnlyList<object?>)[T($"indicator-{n.Indicator}"), n.Value, n.Corrected ? n.Now : null, T($"definition-{n.Indicator}")])]);
            var restated = numbers.Restatements.Where(r => r.Month == month.Month).ToList();
            yield return new ReportSheet(T("restatements"), T(restated.Count == 0 ? "restatements-none" : "report-restated-note"), [T("indicator"), T("report-before"), T("report-now"), T("report-found"), T("report-networks"), T("desk")],
                [.. restated.Select(r => (IReadOnlyList<object?>)[T($"indicator-{r.Indicator}"), r.Before, r.Now, BusinessCalendar.DayOf(r.FoundAt), string.Join(", ", r.Added.Concat(r.Removed)), r.By])]);
        }

        if (numbers.Targets.Count > 0)
        {
            yield return new ReportSheet(T("targets"), $"{T("targets-lead")}{(numbers.Silent.Count > 0 ? " " + T("silent", string.Join(", ", numbers.Silent)) : "")}", [T("indicator"), T("target"), T("target-value"), T("target-state")],
                [.. numbers.Targets.Select(t => (IReadOnlyList<object?>)[T($"indicator-{t.Indicator}"), TargetWords.Promise(t), t.Value, TargetWords.State(t)])]);
        }

        yield return new ReportSheet(T("stopped"), T("report-stopped-note"), [T("network"), T("desk"), T("phase"), T("days"), T("usual"), T("who")],
            [.. region.Stopped.Select(s => (IReadOnlyList<object?>)[s.Reference, s.Desk, Words.Say($"casework.phase-{s.Phase}"), s.Days, s.Usual.Median, RegionWords.Of(s.Cause)])]);
        yield return new ReportSheet(T("funnel"), T("funnel-by-lead"), [T("stage"), T("networks"), T("of-before")],
            [.. region.Funnel.Select(f => (IReadOnlyList<object?>)[RegionWords.Of(f.Stage), f.Count, f.Percent])]);
        yield return new ReportSheet(T("by-desk"), T("report-desks-note"), [T("desk"), .. region.ByDesk.States.Select(RegionWords.Of)],
            [.. region.ByDesk.Desks.Select((d, r) => (IReadOnlyList<object?>)[d.Name, .. region.ByDesk.Counts[r].Cast<object?>()])]);
        yield return new ReportSheet(T("cycle"), region.Cycle is { Median: { } median, EightyFive: { } most } ? T("cycle-sentence", region.Cycle.Points.Count, median, most) : T("cycle-none"), [T("month-effect"), T("networks"), T("median-days"), T("eighty-five-days")],
            [.. region.Cycle.Months.Reverse().Select(m => (IReadOnlyList<object?>)[m.Month.ToString("MMMM yyyy", CultureInfo.CurrentCulture), m.Networks, m.Median, m.EightyFive])]);
        if (region.Provinces is { } provinces)
        {
            yield return new ReportSheet(T("map"), $"{T("map-sentence", provinces.AtLeast, provinces.Rows.Count(r => r.Sigla is not null))} {T("bands-why", provinces.SmallCell)}", [T("province"), T("firms")],
                [.. provinces.Rows.Select(r => (IReadOnlyList<object?>)[ProvinceWords.Of(r.Sigla) ?? T("no-province"), CountWords.Of(r.Firms)])]);
        }

        yield return new ReportSheet(T("times"), T("times-definition"), [T("phase"), T("usual"), T("nine-of-ten"), T("seen")],
            [.. region.Times.Select(t => (IReadOnlyList<object?>)[Words.Say($"casework.phase-{t.Phase}"), t.Median, t.NineOfTen, t.Stays])]);
    }

    private static string T(string key, params object[] values) => Words.Say($"region-pages.{key}", values);
}
