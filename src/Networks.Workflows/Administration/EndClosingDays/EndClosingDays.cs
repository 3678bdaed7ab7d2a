using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.EndClosingDays;

/// <summary>These days count again in the terms that are given from now on. They stay in the history.</summary>
[Access(Right.SettingsManage)]
public sealed record EndClosingDays(Guid Closing) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

internal sealed class EndClosingDaysHandler(NetworksDbContext db, IActor actor, ClosingBook book, Journal journal, TimeProvider clock) : IRequestHandler<EndClosingDays, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndClosingDays request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        var programme = ground.Programme.Id;
        var day = await db.ClosingDays.FirstOrDefaultAsync(d => d.Id == request.Closing && d.ProgrammeId == programme && d.EndedAt == null, cancellationToken);
        if (day is null || !await ClosingOwner.Of(day).IsMineAsync(db, ground, cancellationToken))
        {
            return AdministrationRefusals.NotFound;
        }

        (day.EndedAt, day.EndedBy) = (clock.GetUtcNow(), actor.Officer);
        journal.Tell("days", $"{day.From:yyyy-MM-dd}/{day.Until:yyyy-MM-dd}");
        journal.Tell("owner", ClosingOwner.Of(day).Word);
        book.Forget();
        return Done.It;
    }
}
