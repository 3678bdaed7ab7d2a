using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Reference;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Registration;

/// <summary>A filing that somebody acts on, with what sentences need.</summary>
/// <param name="Name">The firm, or the network where it files for itself.</param>
/// <param name="DocumentOn">Legal day of what is entered: the deed of the contract, the document of the later change, or the end of the year of an annual statement.</param>
internal sealed record FilingAct(Case Case, Filing Filing, string Name, string Chamber, DateOnly DocumentOn)
{
    /// <summary>In characters; chambers' numbers are shorter.</summary>
    public const int LongestProtocol = 30;

    /// <summary>It is the annual statement of a rete-soggetto, not an entry of contract or change.</summary>
    public bool IsStatement => Filing.DutyId is not null;

    /// <summary>Loads what an act on a filing needs and refuses who may not or what cannot.</summary>
    public static async Task<Result<FilingAct>> LoadAsync(
        NetworksDbContext db, CaseRelations relations, IActor actor, CaseId caseId, FilingId id, CancellationToken cancellationToken)
    {
        // A desk that was only asked for a firm learns nothing of the filings, not even that there are any.
        if (AccessPolicy.Refuse(Right.CaseRead, await relations.ToAsync(caseId, cancellationToken)) is { } unseen)
        {
            return unseen;
        }

        var filing = await db.Filings.FirstOrDefaultAsync(f => f.Id == id && f.CaseId == caseId, cancellationToken);
        if (filing is null)
        {
            return await NoFilingAsync(db, caseId, id, cancellationToken);
        }

        var @case = await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken);
        if (!actor.ActsFor(@case, filing.DeskId))
        {
            return RegistrationRefusals.OtherDesksFiling(
                await db.Associations.Where(a => a.Id == filing.DeskId).Select(a => a.DeskName).FirstAsync(cancellationToken));
        }

        var change = filing.ChangeId is { } later ? await db.NetworkChanges.FirstAsync(c => c.Id == later, cancellationToken) : null;
        if (@case.DeedOn is not { } deedOn)
        {
            return RegistrationRefusals.NoDeed;
        }

        var firm = await FirmAsync(db, filing.ParticipantId, cancellationToken);
        return change is null && firm is { Counts: false }
            ? RegistrationRefusals.NotASignatory(firm.Name)
            : new FilingAct(
                @case,
                filing,
                firm?.Name ?? await db.EnterpriseNetworks.Where(n => n.CaseId == caseId).Select(n => n.Name).FirstAsync(cancellationToken),
                Chambers.Find(filing.ChamberCode)?.Name ?? filing.ChamberCode,
                change?.DocumentOn ?? change?.EffectiveOn ?? await YearEndAsync(db, filing, cancellationToken) ?? deedOn);
    }

    private static async Task<DateOnly?> YearEndAsync(NetworksDbContext db, Filing filing, CancellationToken cancellationToken)
    {
        if (filing.DutyId is not { } duty)
        {
            return null;
        }

        var dueOn = await db.Duties.Where(d => d.Id == duty).Select(d => d.DueOn).FirstAsync(cancellationToken);
        var terms = await db.EnterpriseNetworks.Where(n => n.CaseId == filing.CaseId).Select(n => n.Terms).FirstAsync(cancellationToken);
        return AnnualStatementDeadline.YearEndOf(terms.FinancialYearEnd ?? DutiesDue.CalendarYearEnd, dueOn);
    }

    /// <summary>What is missing of a sending.</summary>
    public static IEnumerable<Refusal> SendingFaults(DateOnly? sentOn, string? typed)
    {
        if (Protocol(typed) is not { } protocol)
        {
            yield return RegistrationRefusals.ProtocolMissing;
        }
        else if (protocol.Length > LongestProtocol)
        {
            yield return RegistrationRefusals.TooLong("protocol", LongestProtocol);
        }

        if (sentOn is null)
        {
            yield return RegistrationRefusals.DateMissing("sent-on");
        }
    }

    /// <summary>What is wrong with a day of this filing, at a form field.</summary>
    public Refusal? Fault(DateOnly day, DateOnly? sentOn, DateOnly today, string field) =>
        FilingDates.Check(day, DocumentOn, sentOn, today) is { } finding
            ? new Refusal(RefusalKind.Invalid, IsStatement && day < DocumentOn ? "registration.before-year-end" : finding.Code, finding.Values) { Field = field }
            : null;

    /// <summary>A protocol number stands for one filing at one chamber.</summary>
    public async Task<Refusal?> ProtocolFaultAsync(NetworksDbContext db, string? protocol, CancellationToken cancellationToken)
    {
        if (protocol is null)
        {
            return null;
        }

        var other = await db.Filings.Where(f => f.ChamberCode == Filing.ChamberCode && f.ProtocolNumber == protocol && f.Id != Filing.Id)
            .Select(f => new { f.CaseId, f.ParticipantId }).FirstOrDefaultAsync(cancellationToken);
        return other is null ? null
            : other.CaseId == Case.Id ? RegistrationRefusals.ProtocolTaken(Chamber, (await FirmAsync(db, other.ParticipantId, cancellationToken))?.Name ?? Name)
            : RegistrationRefusals.ProtocolTakenElsewhere(Chamber);
    }

    /// <summary>As chambers print it, without spaces and in capitals; null for nothing.</summary>
    public static string? Protocol(string? typed) =>
        string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant() is { Length: > 0 } value ? value : null;

    // Who types a firm's id where its filing would be is told why there is none.
    private static async Task<Result<FilingAct>> NoFilingAsync(NetworksDbContext db, CaseId caseId, FilingId id, CancellationToken cancellationToken)
    {
        var participant = new ParticipantId(id.Value);
        return await db.Participants.AnyAsync(p => p.Id == participant && p.CaseId == caseId, cancellationToken)
            && await FirmAsync(db, participant, cancellationToken) is { Counts: false } firm
                ? RegistrationRefusals.NotASignatory(firm.Name)
                : RegistrationRefusals.FilingNotFound;
    }

    private static async Task<FilingFirm?> FirmAsync(NetworksDbContext db, ParticipantId? participant, CancellationToken cancellationToken) =>
        participant is null
            ? null
            : await db.Participants.Where(p => p.Id == participant)
                .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) =>
                    new FilingFirm(f.Name, p.Kind == ParticipantKind.Original && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Withdrawn)))
                .FirstOrDefaultAsync(cancellationToken);

    /// <param name="Counts">It is an original signatory.</param>
    private sealed record FilingFirm(string Name, bool Counts);
}
