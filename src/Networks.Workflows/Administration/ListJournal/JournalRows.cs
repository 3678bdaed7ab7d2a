using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.History;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.ListJournal;

/// <summary>The rows of the three books that the journal is read from, each as far as it is asked.</summary>
internal sealed class JournalRows(NetworksDbContext db, Ground ground)
{
    /// <summary>An act on a case, from its history; its content is not told.</summary>
    public const string Case = "case";

    /// <summary>What the lead opened.</summary>
    public const string Lead = "lead";

    public static readonly IReadOnlyList<string> Kinds = [.. JournalKinds.All, Case, Lead];

    /// <summary>More than a page, so that acts of one instant are not torn apart.</summary>
    private const int _portion = ListJournal.PageSize + 200;

    /// <summary>An association's people and id; all of the programme's for the lead association.</summary>
    public IQueryable<Data.Associations.Association> Associations
    {
        get
        {
            var (programme, own, all) = (ground.Programme.Id, ground.Association, ground.All);
            return db.Associations.Where(a => a.ProgrammeId == programme && (all || a.Id == own));
        }
    }

    public async Task<List<Found>> ReadAsync(ListJournal asked, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var found = new List<Found>();
        if (asked.Kind is null || JournalKinds.All.Contains(asked.Kind))
        {
            found.AddRange(await JournalAsync(asked, from, until, cancellationToken));
        }

        if (asked.Kind is null or Case)
        {
            found.AddRange(await CasesAsync(asked, from, until, cancellationToken));
        }

        if (asked.Kind is null or Lead)
        {
            found.AddRange(await LeadAsync(asked, from, until, cancellationToken));
        }

        return found;
    }

    private async Task<List<Found>> JournalAsync(ListJournal asked, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var chains = (await Associations.Select(a => a.Id).ToListAsync(cancellationToken)).ConvertAll(a => a.Value);
        if (ground.All)
        {
            chains.Add(Guid.Empty);
        }

        var (kind, person, reference) = (asked.Kind, asked.Person, asked.Reference);
        var rows = await (
            from j in db.Journal.AsNoTracking()
            where chains.Contains(j.Chain) && j.At >= @from && j.At < until
                && (kind == null || j.Kind == kind) && (person == null || j.OfficerId == person)
                && (reference == null || db.Cases.Any(c => c.Id == j.CaseId && c.Reference == reference))
            orderby j.At descending
            select new { Row = j, Token = db.ApiTokens.Where(t => t.Id == j.TokenId).Select(t => t.Name).FirstOrDefault() }).Take(_portion).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new Found(
            r.Row.At, r.Row.Kind, r.Row.Subject, r.Row.OfficerId, new AssociationId(r.Row.Chain), r.Row.CaseId, r.Token,
            string.Join(", ", r.Row.Facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"))));
    }

    private async Task<List<Found>> CasesAsync(ListJournal asked, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (programme, own, all, person, reference) = (ground.Programme.Id, ground.Association, ground.All, asked.Person, asked.Reference);
        var rows = await (
            from e in db.CaseEvents.AsNoTracking()
            where e.RecordedAt >= @from && e.RecordedAt < until
                && (person == null || e.OfficerId == person)
                && db.Cases.Any(c => c.Id == e.CaseId && c.ProgrammeId == programme && (all || e.AssociationId == own || c.OwnerId == own) && (reference == null || c.Reference == reference))
            orderby e.RecordedAt descending, e.Number descending
            select new { e.RecordedAt, e.Name, e.Actor, e.OfficerId, e.AssociationId, e.CaseId }).Take(_portion).ToListAsync(cancellationToken);

        // Of another association's people the journal tells that they acted, not who.
        return rows.ConvertAll(r => new Found(
            r.RecordedAt, Case, r.Name, all || r.AssociationId == own ? r.OfficerId : null, r.AssociationId, r.CaseId, null, "")
        { ByFirm = r.Actor == ActorKind.Firm });
    }

    private async Task<List<Found>> LeadAsync(ListJournal asked, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (programme, own, all, person, reference) = (ground.Programme.Id, ground.Association, ground.All, asked.Person, asked.Reference);
        var rows = await (
            from v in db.LeadVisits.AsNoTracking()
            where v.ProgrammeId == programme && v.At >= @from && v.At < until && (person == null || v.OfficerId == person)
                && (all || v.Desk == own || db.Cases.Any(c => c.Id == v.CaseId && c.OwnerId == own))
                && (reference == null || db.Cases.Any(c => c.Id == v.CaseId && c.Reference == reference))
            orderby v.At descending
            select new { v.At, v.View, v.OfficerId, v.CaseId }).Take(_portion).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new Found(r.At, Lead, r.View, r.OfficerId, ground.Programme.Lead.Association, r.CaseId, null, ""));
    }

    /// <param name="Subject">Request, list, event or page, as its book calls it.</param>
    /// <param name="Token">Name of the token by which a program acted.</param>
    internal sealed record Found(DateTimeOffset At, string Kind, string Subject, OfficerId? Officer, AssociationId? Association, CaseId? CaseId, string? Token, string Facts)
    {
        public bool ByFirm { get; init; }

        public string Sentence => Kind switch
        {
            JournalKinds.Act => Words.Say($"administration.act-{Subject}"),
            JournalKinds.TokenAct => Words.Say("administration.journal-token-act", Token ?? "", Subject),
            JournalKinds.Refused => Words.Say("administration.journal-refused", Subject),
            JournalKinds.File => Words.Say("administration.journal-file", Subject),
            Case => Words.Say(ByFirm ? "administration.journal-case-firm" : "administration.journal-case", Words.Say($"administration.area-{Subject.Split('.')[0]}"), Subject),
            Lead => Words.Say("administration.journal-lead", Words.Say($"administration.lead-{Subject}")),
            _ => Words.Say($"administration.journal-{Kind}"),
        };
    }
}
