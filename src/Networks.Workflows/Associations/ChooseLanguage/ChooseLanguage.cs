using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.ChooseLanguage;

/// <summary>The language of the pages and of the mails for the person who is signed in, on every machine.</summary>
/// <param name="Language">Two letters: it, en or fr; anything else becomes it.</param>
[Access(Right.OwnAccount)]
public sealed record ChooseLanguage(Guid OperationId, string? Language) : ICommand<Done>;

internal sealed class ChooseLanguageHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ChooseLanguage, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChooseLanguage request, CancellationToken cancellationToken)
    {
        var officer = await db.Officers.SingleAsync(o => o.Id == actor.Officer, cancellationToken);
        officer.Language = Words.Languages.FirstOrDefault(l => l.TwoLetterISOLanguageName == request.Language)?.TwoLetterISOLanguageName ?? "it";
        return Done.It;
    }
}
