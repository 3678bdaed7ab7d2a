using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.DownloadText;

internal sealed class DownloadTextHandler(NetworksDbContext db, IActor actor, IFileStore files, BusinessCalendar calendar)
    : IRequestHandler<DownloadText, Result<DownloadedText>>
{
    private static readonly Refusal _missing = new(RefusalKind.NotFound, "common.not-found");

    public async Task<Result<DownloadedText>> Handle(DownloadText request, CancellationToken cancellationToken)
    {
        if (actor.Participant is not { } participant
            || await FirmLinks.RefuseAsync(db, calendar, request.Token, participant, cancellationToken) is not null
            || await Rounds.NewestAsync(db, request.CaseId, cancellationToken) is not { } round
            || round.AnswerOf(participant) is null)
        {
            return _missing;
        }

        var draft = await db.Drafts.AsNoTracking().SingleAsync(d => d.Id == round.DraftId, cancellationToken);
        FileId? id = !request.Pdf ? draft.WordFile : round.Kind == RoundKind.Final ? draft.FrozenPdf : null;
        if (id is not { } fileId || await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId, cancellationToken) is not { } file)
        {
            return _missing;
        }

        return new DownloadedText(file.Name, file.ContentType, await files.ReadAsync(file.Sha256, cancellationToken));
    }
}
