using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;

namespace Networks.Workflows.Engine;

/// <summary>The parties that a task can be for, and the due rules that many definitions share.</summary>
public static class Parties
{
    /// <summary>The desk that leads the case.</summary>
    public static Task<Assignment> OwnerDesk(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(new Assignment(context.Case.OwnerId, null, WaitsFor.OwnDesk));
    }

    /// <summary>The desk that follows the branch's participant or filing.</summary>
    public static async Task<Assignment> DeskOfEach(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = await DeskOfSubjectAsync(context, cancellationToken);
        return new Assignment(desk, null, desk == context.Case.OwnerId ? WaitsFor.OwnDesk : WaitsFor.OtherDesk);
    }

    /// <summary>The branch's firm itself, by its mailed link.</summary>
    public static async Task<Assignment> ParticipantFirm(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var participant = await ParticipantAsync(context, cancellationToken)
            ?? throw new InvalidOperationException($"No participant {context.SubjectId} in case {context.Case.Reference}.");
        return new Assignment(participant.DeskId, participant.Id, WaitsFor.Firm);
    }

    /// <summary>As the given party, while the case waits for somebody outside.</summary>
    public static Assign WaitingFor(WaitsFor outside, Assign party) => new Outside(outside, party).AssignAsync;

    /// <summary>Whom the case waits for while a task for this party is open, as far as the definition alone says it.</summary>
    internal static WaitsFor WaitsForOf(Assign party) =>
        party.Target is Outside outside ? outside.Who : party == ParticipantFirm ? WaitsFor.Firm : WaitsFor.OwnDesk;

    /// <summary>
    /// So many working days (Europe/Rome) from the day on which the task opens, without those on which the desk that leads
    /// the case, or the chamber of the filing, is closed.
    /// </summary>
    public static DueRule WorkingDays(int days) => async (context, cancellationToken) =>
    {
        // A filing that the act has at hand; its chamber matters for the terms of the filing alone.
        var filing = context.SubjectId == Guid.Empty ? null : context.Db.Filings.Local.FindEntry(new FilingId(context.SubjectId))?.Entity;
        return await context.Calendar.TermAsync(context.Db, days, context.Case.OwnerId, filing?.ChamberCode, cancellationToken);
    };

    private static async Task<AssociationId> DeskOfSubjectAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (await ParticipantAsync(context, cancellationToken) is { } participant)
        {
            return participant.DeskId;
        }

        var filing = await context.Db.Filings.FindAsync([new FilingId(context.SubjectId)], cancellationToken);
        return filing?.DeskId ?? context.Case.OwnerId;
    }

    private static ValueTask<Participant?> ParticipantAsync(StepContext context, CancellationToken cancellationToken) =>
        context.Db.Participants.FindAsync([new ParticipantId(context.SubjectId)], cancellationToken);

    private sealed record Outside(WaitsFor Who, Assign Party)
    {
        public async Task<Assignment> AssignAsync(StepContext context, CancellationToken cancellationToken) =>
            await Party(context, cancellationToken) with { WaitsFor = Who };
    }
}
