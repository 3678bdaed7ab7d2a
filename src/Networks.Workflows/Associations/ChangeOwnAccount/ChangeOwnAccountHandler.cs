using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.ChangeOwnAccount;

internal sealed class ChangeOwnAccountHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ChangeOwnAccount, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeOwnAccount request, CancellationToken cancellationToken)
    {
        var officer = await db.Officers.SingleAsync(o => o.Id == actor.Officer, cancellationToken);
        officer.FullName = request.FullName!;
        officer.Language = Words.Languages.FirstOrDefault(l => l.TwoLetterISOLanguageName == request.Language)?.TwoLetterISOLanguageName ?? "it";
        return Done.It;
    }
}

internal sealed class ShowOwnAccountHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ShowOwnAccount, Result<OwnAccount>>
{
    public async Task<Result<OwnAccount>> Handle(ShowOwnAccount request, CancellationToken cancellationToken)
    {
        var officer = await db.Officers.AsNoTracking().SingleAsync(o => o.Id == actor.Officer, cancellationToken);
        return new OwnAccount(officer.FullName, officer.Email, officer.Language);
    }
}
