using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Filings;
using Networks.Data.History;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.CorrectFact;

internal sealed class CorrectFactHandler(NetworksDbContext db, CaseHistory history, LegalEffect effect, BusinessCalendar calendar)
    : IRequestHandler<CorrectFact, Result<FactCorrected>>
{
    public async Task<Result<FactCorrected>> Handle(CorrectFact request, CancellationToken cancellationToken)
    {
        var day = request.Day!.Value;
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var rows = await db.CaseEvents.AsNoTracking()
            .Where(e => e.CaseId == request.CaseId && (e.Number == request.Number || e.Corrects == request.Number))
            .OrderBy(e => e.Number).ToListAsync(cancellationToken);
        if (rows is not [var row, ..] || row.Number != request.Number)
        {
            return CaseworkRefusals.NotFound;
        }

        if (!FactKinds.CanCorrect(row))
        {
            return CaseworkRefusals.NotCorrectable;
        }

        var before = rows[^1].HappenedOn;
        var refusal = day > calendar.Today() ? CaseworkRefusals.DayToCome("day")
            : day == before ? CaseworkRefusals.SameDay
            : await MoveStateAsync(@case, row, day, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var facts = new Dictionary<string, string> { ["day"] = Text(day), ["was"] = Text(before), ["what"] = row.Name };
        var correction = history.Record(@case, CaseworkEvents.Corrected, day, facts, request.Reason, row.Number);
        return new FactCorrected(correction.Number, await effect.AfterCorrectionAsync(@case, correction.Number, cancellationToken));
    }

    private async Task<Refusal?> MoveStateAsync(Case @case, CaseEvent row, DateOnly day, CancellationToken cancellationToken)
    {
        switch (FactKinds.Of(row))
        {
            case FactKind.Opening when @case.DeedOn < day:
                return CaseworkRefusals.OpenedAfterDeed(@case.DeedOn.Value);
            case FactKind.Opening:
                @case.CorrectOpening(day);
                return null;
            case FactKind.Deed:
                return await MoveDeedAsync(@case, day, cancellationToken);
            case FactKind.FilingSent or FactKind.FilingEntered when @case.DeedOn > day:
                return CaseworkRefusals.BeforeDeed(@case.DeedOn.Value);
            case FactKind.FilingSent when await FilingAsync(row, cancellationToken) is { SentOn: not null } filing:
                if (filing.EnteredOn < day)
                {
                    return CaseworkRefusals.EnteredBeforeSent(filing.EnteredOn.Value, day);
                }

                filing.CorrectSent(day);
                return null;
            case FactKind.FilingEntered when await FilingAsync(row, cancellationToken) is { Status: FilingStatus.Entered } filing:
                if (day < filing.SentOn)
                {
                    return CaseworkRefusals.EnteredBeforeSent(day, filing.SentOn.Value);
                }

                filing.Enter(day);
                return null;
            case FactKind.DayOnly or FactKind.FilingSent or FactKind.FilingEntered:
                return null;
            default:
                throw new InvalidOperationException($"Row {row.Name} has no state to move.");
        }
    }

    private async Task<Refusal?> MoveDeedAsync(Case @case, DateOnly day, CancellationToken cancellationToken)
    {
        var firstEntry = await db.Filings.Where(f => f.CaseId == @case.Id).MinAsync(f => f.EnteredOn, cancellationToken);
        if (firstEntry < day)
        {
            return CaseworkRefusals.DeedAfterEntry(firstEntry.Value);
        }

        if (await db.Deeds.SingleOrDefaultAsync(d => d.CaseId == @case.Id, cancellationToken) is { } deed)
        {
            deed.Correct(day);
            @case.DeedOn = day;
        }

        return null;
    }

    private async Task<Filing?> FilingAsync(CaseEvent row, CancellationToken cancellationToken) =>
        FactKinds.FilingOf(row) is { } id ? await db.Filings.SingleOrDefaultAsync(f => f.Id == new FilingId(id) && f.CaseId == row.CaseId, cancellationToken) : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
