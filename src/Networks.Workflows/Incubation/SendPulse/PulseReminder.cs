using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Incubation.SendPulse;

/// <summary>The one automatic reminder of a pulse. A firm without mailbox is not written to: its desk calls.</summary>
internal static class PulseReminder
{
    public static async Task QueueAsync(StepContext context, CancellationToken cancellationToken)
    {
        var id = new ParticipantId(context.SubjectId);
        var pulse = await context.Db.Pulses.Where(p => p.CaseId == context.Case.Id).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellationToken);
        var firm = (await PulsedFirm.Of(context.Db, context.Case.Id).ToListAsync(cancellationToken)).Find(f => f.Participant.Id == id);
        if (pulse is not null && firm?.Firm.Email is not null && !context.Calendar.IsOver(pulse.LastDay))
        {
            PulseMail.Queue(context.Db, context.Clock, context.Address, pulse, firm, await PulseMail.NetworkAsync(context.Db, context.Case, cancellationToken), reminder: true);
        }
    }
}
