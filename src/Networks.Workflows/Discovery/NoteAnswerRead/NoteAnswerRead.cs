using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;

namespace Networks.Workflows.Discovery.NoteAnswerRead;

/// <summary>The asking desk has read what came of its request: it leaves the worklist. Refused while it is still open.</summary>
[Access(Right.CaseManage)]
public sealed record NoteAnswerRead(CaseId CaseId, Guid Introduction) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

internal sealed class NoteAnswerReadHandler(NetworksDbContext db, BusinessCalendar calendar) : IRequestHandler<NoteAnswerRead, Result<Done>>
{
    public async Task<Result<Done>> Handle(NoteAnswerRead request, CancellationToken cancellationToken)
    {
        var introduction = await db.Introductions.FirstOrDefaultAsync(i => i.Id == request.Introduction && i.CaseId == request.CaseId, cancellationToken);
        if (introduction is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        if (introduction.IsOpen)
        {
            return IntroductionRefusals.StillOpen;
        }

        introduction.SeenOn ??= calendar.Today();
        return Done.It;
    }
}
