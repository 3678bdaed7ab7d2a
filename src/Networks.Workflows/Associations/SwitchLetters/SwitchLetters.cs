using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.SwitchLetters;

/// <summary>Single letters are shortcuts for this person or are none, on every machine.</summary>
[Access(Right.OwnAccount)]
public sealed record SwitchLetters(Guid OperationId, bool Off) : ICommand<Done>;

internal sealed class SwitchLettersHandler(NetworksDbContext db, IActor actor) : IRequestHandler<SwitchLetters, Result<Done>>
{
    public async Task<Result<Done>> Handle(SwitchLetters request, CancellationToken cancellationToken)
    {
        var officer = await db.Officers.SingleAsync(o => o.Id == actor.Officer, cancellationToken);
        officer.LettersOff = request.Off;
        return Done.It;
    }
}
