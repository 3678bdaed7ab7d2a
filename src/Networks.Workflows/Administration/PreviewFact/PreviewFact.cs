using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.PreviewProgramme;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.PreviewFact;

/// <summary>For which networks a value that was verified would count, and which terms keep their day.</summary>
/// <remarks>Refused as the verification itself.</remarks>
[Access(Right.SettingsManage)]
public sealed record PreviewFact(string? Item, long? Value, DateOnly? From, string? Source, string? ConfirmedBy, DateOnly? ConfirmedOn) : IQuery<ProgrammePreview>, IChecked
{
    public IEnumerable<Refusal> Faults() => new ConfirmFact.ConfirmFact(Item, Value, From, Source, ConfirmedBy, ConfirmedOn).Faults();
}

internal sealed class PreviewFactHandler(NetworksDbContext db, IActor actor, FactBook book, BusinessCalendar calendar) : IRequestHandler<PreviewFact, Result<ProgrammePreview>>
{
    private const int _named = 20;

    /// <summary>Kind of the duty whose term the value sets.</summary>
    private const string _taxRegistration = Rules.DutiesDue.TaxRegistration;

    public async Task<Result<ProgrammePreview>> Handle(PreviewFact request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        var today = calendar.Today();
        if (request.ConfirmedOn > today)
        {
            return AdministrationRefusals.FactOn;
        }

        var (programme, item) = (ground.Programme.Id, request.Item!);
        var known = await book.KnownAsync(programme, today, cancellationToken);
        var before = known.TryGetValue(item, out var fact) ? fact.Value : book.Shipped(item, today).Value;
        var isDays = item == FactBook.RegistrationTaxTerm;
        var changes = new List<string> { Words.Say("administration.preview-fact", Told(before, isDays), Told(request.Value, isDays), request.From!.Value) };
        if (isDays)
        {
            var kept = await (
                from d in db.Duties.AsNoTracking()
                where d.Kind == _taxRegistration && d.DoneOn == null
                join c in db.Cases on d.CaseId equals c.Id
                where c.ProgrammeId == programme
                orderby d.DueOn
                select new { c.Reference, d.DueOn }).ToListAsync(cancellationToken);
            changes.Add(Words.Say("administration.preview-fact-kept", kept.Count));
            changes.AddRange(kept.Take(_named).Select(k => Words.Say("administration.preview-fact-term", k.Reference, k.DueOn)));
        }

        var waiting = await db.Cases.AsNoTracking().Where(c => c.ProgrammeId == programme && c.Status == CaseStatus.Open).OrderBy(c => c.Reference).Select(c => c.Reference).ToListAsync(cancellationToken);
        changes.Add(waiting.Count == 0 ? Words.Say("administration.preview-fact-cases-none") : Words.Say("administration.preview-fact-cases", waiting.Count, string.Join(", ", waiting.Take(_named))));
        return new ProgrammePreview(changes);
    }

    private static string Told(long? value, bool isDays) => value is not { } known ? "–"
        : isDays ? Words.Say("administration.preview-days", known)
        : (known / 100m).ToString("N2", System.Globalization.CultureInfo.CurrentCulture) + " €";
}
