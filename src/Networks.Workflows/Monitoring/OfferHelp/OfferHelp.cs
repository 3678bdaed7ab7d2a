using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Monitoring.OfferHelp;

/// <summary>The lead offers the desk of a network help: a message to the people of that desk, and a row of the case's history. Refused: a case that is over.</summary>
[Access(Right.RegionAct)]
public sealed record OfferHelp(CaseId CaseId, string? Text) : ICommand<Done>, ICaseRequest, IChecked
{
    private const int _text = 2000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return new Refusal(RefusalKind.Invalid, "monitoring.help-missing") { Field = "text" };
        }
        else if (Text.Length > _text)
        {
            yield return new Refusal(RefusalKind.Invalid, "monitoring.help-long", _text) { Field = "text" };
        }
    }
}

internal sealed class OfferHelpHandler(NetworksDbContext db, CaseHistory history, IActor actor, BusinessCalendar calendar, TimeProvider clock, PublicAddress address)
    : IRequestHandler<OfferHelp, Result<Done>>
{
    public const string Kind = "monitoring.help";
    public const string Event = "monitoring.help-offered";

    private static readonly TimeSpan _undo = TimeSpan.FromSeconds(10);

    public async Task<Result<Done>> Handle(OfferHelp request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (@case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended)
        {
            return new Refusal(RefusalKind.Conflict, "monitoring.help-case-over");
        }

        var name = await db.EnterpriseNetworks.Where(n => n.CaseId == @case.Id).Select(n => n.Name).SingleAsync(cancellationToken);
        var lead = await db.Officers.Where(o => o.Id == actor.Officer).Select(o => new { o.FullName, o.Email }).FirstOrDefaultAsync(cancellationToken);
        var text = request.Text!.Trim();
        foreach (var officer in await DeskPeople.OfAsync(db, [@case.OwnerId], cancellationToken))
        {
            var language = System.Globalization.CultureInfo.GetCultureInfo(officer.Language);
            var body = Words.In(language, "monitoring.help-mail", name, @case.Reference, lead?.FullName ?? "–", lead?.Email ?? "–", text, address.Of($"networks/{@case.Id.Value}"));
            db.Add(new OutboxMessage(Ids.New(clock), Kind, officer.Email, Words.In(language, "monitoring.help-subject", name), body, clock.GetUtcNow())
            {
                CaseId = @case.Id,
                NotBefore = clock.GetUtcNow() + _undo,
                Language = officer.Language,
            });
        }

        history.Record(@case, Event, calendar.Today(), personalText: text);
        return Done.It;
    }
}
