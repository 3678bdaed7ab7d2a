using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Reference;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Registration;

/// <summary>Tasks, sets and conditions of registration, named in process definitions. Stored words.</summary>
public static class RegistrationSteps
{
    /// <summary>The desk says whose filing carries the data for all.</summary>
    public const string NameReference = "name-reference";

    /// <summary>The desk prepares the filing and sends it, or corrects it and sends it again.</summary>
    public const string SendFiling = "send-filing";

    /// <summary>The chamber decides; the desk records what it said.</summary>
    public const string RecordOutcome = "record-outcome";

    /// <summary>A person confirms the computed day of effect before anybody is told.</summary>
    public const string ConfirmEffect = "confirm-effect";

    /// <summary>A rete-contratto whose impresa di riferimento nobody has named; a rete-soggetto files once, for itself.</summary>
    public static Task<bool> ReferenceMissing(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Db.EnterpriseNetworks.AnyAsync(
            n => n.CaseId == context.Case.Id && n.Kind == NetworkKind.Contractual && n.ReferenceEnterprise == null, cancellationToken);
    }

    /// <summary>Reminds the desk of a filing that it has not sent, or not sent again.</summary>
    public static Task RemindOfSending(StepContext context, CancellationToken cancellationToken) =>
        FilingReminder.QueueAsync(context, FilingReminder.ToSend, cancellationToken);

    /// <summary>Reminds the desk to ask a chamber that is silent.</summary>
    public static Task RemindOfSilence(StepContext context, CancellationToken cancellationToken) =>
        FilingReminder.QueueAsync(context, FilingReminder.Silent, cancellationToken);

    /// <summary>
    /// A rete-contratto is entered on every original signatory's position, a rete-soggetto once at its seat
    /// (D.L. 5/2009 art. 3 co. 4-quater).
    /// </summary>
    public static async Task PlanFilings(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var day = context.Calendar.Today();
        var network = await context.Db.EnterpriseNetworks.FirstAsync(n => n.CaseId == context.Case.Id, cancellationToken);
        if (network.Kind == NetworkKind.LegalEntity)
        {
            var chamber = Chambers.Of(network.Seat!.Province!, day)!.Code;
            context.Db.Add(new Filing(FilingId.New(context.Clock), context.Case.Id, null, chamber, context.Case.OwnerId));
            return;
        }

        var signatories = await context.Db.Participants
            .Where(p => p.CaseId == context.Case.Id && p.Status == ParticipantStatus.Active && p.Kind == ParticipantKind.Original)
            .OrderBy(p => p.Order)
            .Join(context.Db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { Participant = p, f.ReaProvince })
            .ToListAsync(cancellationToken);
        foreach (var signatory in signatories)
        {
            var chamber = Chambers.Of(signatory.ReaProvince!, day)!.Code;
            context.Db.Add(new Filing(FilingId.New(context.Clock), context.Case.Id, signatory.Participant.Id, chamber, signatory.Participant.DeskId));
        }
    }

    public static async Task<IReadOnlyList<Guid>> FilingsDue(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ids = await context.Db.Filings.Where(f => f.CaseId == context.Case.Id && f.ChangeId == null && f.DutyId == null).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.Value)];
    }

    public static async Task<bool> Entered(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var filing = await context.Db.Filings.FindAsync([new FilingId(context.SubjectId)], cancellationToken);
        return filing is { Status: FilingStatus.Entered };
    }
}
