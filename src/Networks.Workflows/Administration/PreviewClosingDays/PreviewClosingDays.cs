using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.AddClosingDays;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.PreviewClosingDays;

/// <summary>
/// Which open terms end on the days that are to be closed. None of them moves: a term that was given stays, and the days
/// count for those that are given from then on.
/// </summary>
[Access(Right.SettingsManage)]
public sealed record PreviewClosingDays(string? Owner, string? Kind, string? Name, DateOnly? From, DateOnly? Until, bool EveryYear) : IQuery<ClosingDaysPreview>, IChecked
{
    public IEnumerable<Refusal> Faults() => ClosingInput.Faults(Owner, Kind, Name, From, Until);
}

/// <param name="WorkingDays">Of the chosen days, those that would have counted, in the first year.</param>
/// <param name="Terms">Open terms that end on one of the days, at most fifty.</param>
/// <param name="Total">Of all such terms.</param>
public sealed record ClosingDaysPreview(string OwnerName, int WorkingDays, IReadOnlyList<TouchedTerm> Terms, int Total);

/// <param name="Task">Stored word of the task.</param>
public sealed record TouchedTerm(string Reference, string Task, DateOnly DueOn);

internal sealed class PreviewClosingDaysHandler(NetworksDbContext db, IActor actor) : IRequestHandler<PreviewClosingDays, Result<ClosingDaysPreview>>
{
    private const int _shown = 50;

    public async Task<Result<ClosingDaysPreview>> Handle(PreviewClosingDays request, CancellationToken cancellationToken)
    {
        var owner = ClosingOwner.Read(request.Owner)!;
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground || !await owner.IsMineAsync(db, ground, cancellationToken))
        {
            return AdministrationRefusals.ClosingOwner;
        }

        var (first, last) = (request.From!.Value, request.Until ?? request.From.Value);
        var (programme, association, chamber) = (ground.Programme.Id, owner.Association, owner.Chamber);
        var terms = (await (
            from i in db.WorkItems.AsNoTracking()
            where i.Status == WorkItemStatus.Open && i.DueOn != null && i.DueOn >= first
            join c in db.Cases on i.CaseId equals c.Id
            where c.ProgrammeId == programme
                && (association != null ? c.OwnerId == association : db.Filings.Any(f => f.CaseId == c.Id && f.ChamberCode == chamber))
            select new { c.Reference, i.Path, i.SubjectId, DueOn = i.DueOn!.Value }).ToListAsync(cancellationToken));
        var day = new ClosingDay(Guid.Empty, programme, association, chamber, default, "", first, last, default) { EveryYear = request.EveryYear };
        var filings = chamber is null ? [] : (await db.Filings.AsNoTracking().Where(f => f.ChamberCode == chamber).Select(f => f.Id).ToListAsync(cancellationToken)).ConvertAll(f => f.Value);
        var touched = terms.Where(t => day.Covers(t.DueOn) && (chamber is null || filings.Contains(t.SubjectId)))
            .OrderBy(t => t.DueOn).ThenBy(t => t.Reference, StringComparer.Ordinal)
            .Select(t => new TouchedTerm(t.Reference, t.Path[(t.Path.LastIndexOf('/') + 1)..], t.DueOn)).ToList();
        var name = association is null
            ? Words.Say("administration.chamber-of", Data.Reference.Chambers.Find(chamber!)!.Name)
            : await db.Associations.Where(a => a.Id == association).Select(a => a.Name).SingleAsync(cancellationToken);
        return new ClosingDaysPreview(name, BusinessCalendar.WorkingDaysBetween(first.AddDays(-1), last), [.. touched.Take(_shown)], touched.Count);
    }
}
