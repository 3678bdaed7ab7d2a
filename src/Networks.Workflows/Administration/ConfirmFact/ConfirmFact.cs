using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.ConfirmFact;

/// <summary>
/// Somebody has read the value of a fact at its source. It counts from a day on: estimates that are made then use it,
/// duties that were planned before keep their day.
/// </summary>
/// <param name="Item">One of <see cref="FactBook.Items"/>.</param>
/// <param name="Value">Cents or days, as the item is counted.</param>
/// <param name="ConfirmedBy">Name of who checked it.</param>
[Access(Right.SettingsManage)]
public sealed record ConfirmFact(string? Item, long? Value, DateOnly? From, string? Source, string? ConfirmedBy, DateOnly? ConfirmedOn) : ICommand<Guid>, IChecked
{
    private const int _longestSource = 2000;
    private const int _longestName = 400;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (Item is null || !FactBook.Items.Contains(Item))
        {
            yield return AdministrationRefusals.FactItem;
        }

        if (Value is not { } value || value < 0 || value > (Item == FactBook.RegistrationTaxTerm ? 3650 : 100_000_000_00))
        {
            yield return AdministrationRefusals.FactValue;
        }

        if (From is null)
        {
            yield return AdministrationRefusals.FactFrom;
        }

        if (string.IsNullOrWhiteSpace(Source) || Source.Length > _longestSource)
        {
            yield return AdministrationRefusals.FactSource;
        }

        if (string.IsNullOrWhiteSpace(ConfirmedBy) || ConfirmedBy.Length > _longestName)
        {
            yield return AdministrationRefusals.FactBy;
        }

        if (ConfirmedOn is null)
        {
            yield return AdministrationRefusals.FactOn;
        }
    }
}

/// <summary>The value was wrong: what was verified before it counts again, else the value as shipped.</summary>
[Access(Right.SettingsManage)]
public sealed record WithdrawFact(Guid Fact) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

internal sealed class ConfirmFactHandler(NetworksDbContext db, IActor actor, Journal journal, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<ConfirmFact, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ConfirmFact request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        if (request.ConfirmedOn > calendar.Today())
        {
            return AdministrationRefusals.FactOn;
        }

        var fact = new ConfirmedFact(
            Ids.New(clock), ground.Programme.Id, request.Item!, request.Value!.Value, request.From!.Value, request.Source!.Trim(), request.ConfirmedBy!.Trim(),
            request.ConfirmedOn!.Value, clock.GetUtcNow())
        { RecordedBy = actor.Officer };
        db.Add(fact);
        journal.Tell("item", fact.Item);
        journal.Tell("value", $"{fact.Value}");
        journal.Tell("from", $"{fact.From:yyyy-MM-dd}");
        return fact.Id;
    }
}

internal sealed class WithdrawFactHandler(NetworksDbContext db, IActor actor, Journal journal, TimeProvider clock) : IRequestHandler<WithdrawFact, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawFact request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        var programme = ground.Programme.Id;
        if (await db.ConfirmedFacts.FirstOrDefaultAsync(f => f.Id == request.Fact && f.ProgrammeId == programme && f.WithdrawnAt == null, cancellationToken) is not { } fact)
        {
            return AdministrationRefusals.NotFound;
        }

        fact.WithdrawnAt = clock.GetUtcNow();
        journal.Tell("item", fact.Item);
        journal.Tell("value", $"{fact.Value}");
        return Done.It;
    }
}
