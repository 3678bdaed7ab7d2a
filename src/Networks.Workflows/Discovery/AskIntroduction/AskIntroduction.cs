using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;

namespace Networks.Workflows.Discovery.AskIntroduction;

/// <summary>
/// Asks the desk behind a card to introduce its firm to a case. Nobody learns a name by it. Refused: a card that is gone,
/// a second request for the same firm, words that tell who asks, a case that takes no firms any more.
/// </summary>
/// <param name="Message">For the desk and the firm; needed.</param>
[Access(Right.CaseManage)]
public sealed record AskIntroduction(CaseId CaseId, Guid Card, string? Message) : ICommand<Guid>, ICaseRequest
{
    /// <summary>Working days in which desk and firm may answer.</summary>
    public const int Days = 15;

    private const int MessageLimit = 1000;

    public Guid OperationId { get; init; }

    internal Refusal? Fault =>
        string.IsNullOrWhiteSpace(Message) ? IntroductionRefusals.MessageMissing
        : Message.Length > MessageLimit ? new Refusal(RefusalKind.Invalid, "discovery.too-long", MessageLimit) { Field = "message" }
        : null;
}

internal sealed class AskIntroductionHandler(NetworksDbContext db, IActor actor, IntroductionSteps steps, IntroductionMail mail, TextScreen screen, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<AskIntroduction, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AskIntroduction request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var today = calendar.Today();
        if ((request.Fault ?? IntroductionRefusals.Over(@case)) is { } refusal)
        {
            return refusal;
        }

        var entry = await db.SearchEntries.AsNoTracking().FirstOrDefaultAsync(e => e.CardKey == request.Card && e.ShownUntil >= today && e.HeldBy != actor.Association, cancellationToken);
        if (entry is null)
        {
            return IntroductionRefusals.CardGone;
        }

        // That a desk has named this very firm for a need must not be learnt from its card.
        if (await db.Introductions.Where(i => i.CaseId == @case.Id && i.FirmId == entry.FirmId).Select(i => new { i.NeedId }).FirstOrDefaultAsync(cancellationToken) is { } before)
        {
            return before.NeedId is null ? IntroductionRefusals.AskedAlready : IntroductionRefusals.CardGone;
        }

        if (Refusal.Together(await screen.FaultsAsync(@case.Id, $"{request.Message}\n{@case.Need}", "message", cancellationToken)) is { } tells)
        {
            return tells;
        }

        var introduction = new Introduction(Ids.New(clock), @case.Id, entry.FirmId, actor.Association ?? @case.OwnerId, entry.HeldBy, today)
        {
            LastDay = BusinessCalendar.AddWorkingDays(today, AskIntroduction.Days),
            Message = request.Message!.Trim(),
            Card = $"{entry.Division} {entry.Shared}",
        };
        db.Add(introduction);
        steps.Record(@case, introduction, IntroductionSteps.Asked);
        var asking = await steps.DeskAsync(introduction.AskingDesk, cancellationToken);
        await mail.ToDeskAsync(introduction.HoldingDesk, introduction, "asked", [asking, @case.Need, introduction.Message, introduction.LastDay], cancellationToken);
        return introduction.Id;
    }
}
