using Networks.Data;
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
        var desk = (await context.Subjects.FindAsync(context.SubjectId, cancellationToken))?.Desk ?? context.Case.OwnerId;
        return new Assignment(desk, null, desk == context.Case.OwnerId ? WaitsFor.OwnDesk : WaitsFor.OtherDesk);
    }

    /// <summary>The branch's firm itself, by its mailed link.</summary>
    public static async Task<Assignment> ParticipantFirm(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var participant = await context.Subjects.FindAsync(context.SubjectId, cancellationToken) is { IsParticipant: true } known
            ? known
            : throw new InvalidOperationException($"No participant {context.SubjectId} in case {context.Case.Reference}.");
        return new Assignment(participant.Desk, new ParticipantId(participant.Id), WaitsFor.Firm);
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
        var subject = context.SubjectId == Guid.Empty ? null : await context.Subjects.FindAsync(context.SubjectId, cancellationToken);
        return await context.Calendar.TermAsync(context.Db, days, context.Case.OwnerId, subject?.Chamber, cancellationToken);
    };

    private sealed record Outside(WaitsFor Who, Assign Party)
    {
        public async Task<Assignment> AssignAsync(StepContext context, CancellationToken cancellationToken) =>
            await Party(context, cancellationToken) with { WaitsFor = Who };
    }
}
