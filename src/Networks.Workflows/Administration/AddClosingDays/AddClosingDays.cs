using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.AddClosingDays;

/// <summary>From now on these days do not count in the terms that are given; terms that were given stay.</summary>
/// <param name="Owner">As in <see cref="ClosingOwner.Word"/>.</param>
/// <param name="Kind">Name of a <see cref="ClosingKind"/>.</param>
/// <param name="Corrects">The closing that this one takes the place of.</param>
[Access(Right.SettingsManage)]
public sealed record AddClosingDays(string? Owner, string? Kind, string? Name, DateOnly? From, DateOnly? Until, bool EveryYear, Guid? Corrects) : ICommand<Guid>, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => ClosingInput.Faults(Owner, Kind, Name, From, Until);
}

internal static class ClosingInput
{
    /// <summary>Longer is no closing: the desk would be shut for good.</summary>
    private const int _mostDays = 92;

    public static IEnumerable<Refusal> Faults(string? owner, string? kind, string? name, DateOnly? from, DateOnly? until)
    {
        if (ClosingOwner.Read(owner) is null)
        {
            yield return AdministrationRefusals.ClosingOwner;
        }

        if (!Enum.TryParse<ClosingKind>(kind, out var known) || !Enum.IsDefined(known))
        {
            yield return AdministrationRefusals.ClosingKind;
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > 400)
        {
            yield return AdministrationRefusals.ClosingName;
        }

        if (from is not { } first || first.Year is < 2000 or > 2199)
        {
            yield return AdministrationRefusals.ClosingFrom;
        }
        else if (until < first)
        {
            yield return AdministrationRefusals.ClosingUntil;
        }
        else if (until is { } last && last.DayNumber - first.DayNumber >= _mostDays)
        {
            yield return AdministrationRefusals.ClosingLong(_mostDays);
        }
    }
}

internal sealed class AddClosingDaysHandler(NetworksDbContext db, IActor actor, ClosingBook book, Journal journal, TimeProvider clock) : IRequestHandler<AddClosingDays, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddClosingDays request, CancellationToken cancellationToken)
    {
        var owner = ClosingOwner.Read(request.Owner)!;
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground || !await owner.IsMineAsync(db, ground, cancellationToken))
        {
            return AdministrationRefusals.ClosingOwner;
        }

        var now = clock.GetUtcNow();
        if (request.Corrects is { } before)
        {
            var programme = ground.Programme.Id;
            if (await db.ClosingDays.FirstOrDefaultAsync(d => d.Id == before && d.ProgrammeId == programme && d.EndedAt == null, cancellationToken) is not { } old
                || !await ClosingOwner.Of(old).IsMineAsync(db, ground, cancellationToken))
            {
                return AdministrationRefusals.NotFound;
            }

            (old.EndedAt, old.EndedBy) = (now, actor.Officer);
            journal.Tell("corrects", $"{old.From:yyyy-MM-dd}/{old.Until:yyyy-MM-dd}");
        }

        var from = request.From!.Value;
        var day = new ClosingDay(
            Ids.New(clock), ground.Programme.Id, owner.Association, owner.Chamber, Enum.Parse<ClosingKind>(request.Kind!), request.Name!.Trim(), from, request.Until ?? from, now)
        {
            EveryYear = request.EveryYear,
            CreatedBy = actor.Officer,
        };
        db.Add(day);
        journal.Tell("days", $"{day.From:yyyy-MM-dd}/{day.Until:yyyy-MM-dd}");
        journal.Tell("owner", owner.Word);
        book.Forget();
        return day.Id;
    }
}
